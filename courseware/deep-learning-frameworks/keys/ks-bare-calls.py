"""Three Keras defaults at work, and the numbers that PyTorch's defaults give."""

import json
import os

os.environ["KERAS_BACKEND"] = "jax"
import keras
import numpy as np
import torch

leaky = float(keras.layers.LeakyReLU()(np.array([-10.0], "float32"))[0])
weight = keras.Variable(1.0)
optimizer = keras.optimizers.SGD()
optimizer.build([weight])
optimizer.apply([np.array(2.0, "float32")], [weight])
step = float(weight.value)
spread = float(keras.ops.std(np.array([1.0, 3.0], "float32")))

other = torch.tensor(1.0, requires_grad=True)
(2 * other).backward()
torch.optim.SGD([other]).step()
found = {
    "leaky": (leaky, {"hundredth": torch.nn.LeakyReLU()(torch.tensor(-10.0)).item(), "third": -3, "zero": 0}),
    "step": (step, {"keras-rate": 0.98, "torch-rate": other.item(), "upwards": 1.02}),
    "spread": (spread, {"unbiased": torch.tensor([1.0, 3.0]).std().item(), "width": 2, "biased": 1}),
}
print(
    json.dumps(
        {
            f"{gap}/{name}": abs(n - value) < 1e-4
            for gap, (value, options) in found.items()
            for name, n in options.items()
        }
    )
)
