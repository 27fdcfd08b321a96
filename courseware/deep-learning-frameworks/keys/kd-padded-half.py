"""What comes out of each convolution."""

import json
import os

os.environ["KERAS_BACKEND"] = "jax"
import keras
import numpy as np
import torch

shape = tuple(keras.layers.Conv2D(1, 3, strides=2, padding="same")(np.zeros((1, 7, 7, 1), "float32")).shape)[1:3]
try:
    found = tuple(torch.nn.Conv2d(1, 1, 3, stride=2, padding="same")(torch.zeros(1, 1, 7, 7)).shape)[2:]
except ValueError:
    found = None
print(
    json.dumps(
        {
            "keras/four": shape == (4, 4),
            "keras/seven": shape == (7, 7),
            "keras/three": shape == (3, 3),
            "torch/same": found == shape,
            "torch/ignores": found == (3, 3),
            "torch/refuses": found is None,
        }
    )
)
