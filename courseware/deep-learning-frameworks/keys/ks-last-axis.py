"""The shape that a dense layer returns for an input with three axes."""

import json
import os

os.environ["KERAS_BACKEND"] = "jax"
import keras
import numpy as np

shape = tuple(keras.layers.Dense(3)(np.zeros((2, 5, 4), "float32")).shape)
shapes = {"refused": None, "flat": (2, 3), "last": (2, 5, 3), "middle": (2, 3, 4), "joined": (2, 15)}
print(json.dumps({name: value == shape for name, value in shapes.items()}))
