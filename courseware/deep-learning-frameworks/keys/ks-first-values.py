"""Which values the parameters of new layers can take, seen on many draws."""

import json
import os

os.environ["KERAS_BACKEND"] = "jax"
import keras
import numpy as np
import torch

keras.utils.set_random_seed(0)
kernels, biases, weights, offsets = [], [], [], []
for _ in range(20):
    layer = keras.layers.Dense(50)
    layer.build((None, 100))
    kernels.append(np.asarray(layer.kernel))
    biases.append(np.asarray(layer.bias))
    linear = torch.nn.Linear(100, 50)
    weights.append(linear.weight.detach().numpy())
    offsets.append(linear.bias.detach().numpy())


def column(values, wanted):
    """Say whether values reach as far as the wanted one."""
    return "can" if np.min(values) <= wanted <= np.max(values) else "cannot"


print(
    json.dumps(
        {
            "keras-weight": column(kernels, 0.15),
            "keras-bias": column(biases, 0.05),
            "torch-weight": column(weights, 0.15),
            "torch-bias": column(offsets, 0.05),
            "too-large": column(kernels, -0.25),
        }
    )
)
