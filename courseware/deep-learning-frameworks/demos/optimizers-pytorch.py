import inspect

import torch

wanted = ("lr", "eps", "alpha", "momentum", "weight_decay", "initial_accumulator_value")
for name in ("SGD", "Adam", "AdamW", "RMSprop", "Adagrad"):
    defaults = inspect.signature(getattr(torch.optim, name)).parameters
    print(name, {key: defaults[key].default for key in wanted if key in defaults})
