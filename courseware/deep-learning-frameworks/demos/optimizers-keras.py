import inspect

import keras

wanted = ("learning_rate", "epsilon", "rho", "momentum", "weight_decay", "initial_accumulator_value")
for name in ("SGD", "Adam", "AdamW", "RMSprop", "Adagrad"):
    defaults = inspect.signature(getattr(keras.optimizers, name)).parameters
    print(name, {key: defaults[key].default for key in wanted if key in defaults})
