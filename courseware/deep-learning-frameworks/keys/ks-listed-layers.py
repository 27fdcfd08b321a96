"""How many kernels and biases a model finds whose layers stand in a plain list."""

import json
import os

os.environ["KERAS_BACKEND"] = "jax"
import keras
import numpy as np
import torch


class A(keras.Model):
    """The Keras model."""

    def __init__(self):
        super().__init__()
        self.parts = [keras.layers.Dense(2), keras.layers.Dense(1)]

    def call(self, x):
        """Run the parts one after the other."""
        for part in self.parts:
            x = part(x)
        return x


class B(torch.nn.Module):
    """The PyTorch module."""

    def __init__(self):
        super().__init__()
        self.parts = [torch.nn.Linear(3, 2), torch.nn.Linear(2, 1)]


a = A()
a(np.zeros((1, 3), "float32"))
found = {"keras": len(a.trainable_weights), "pytorch": len(list(B().parameters()))}
counts = {"none": 0, "layers": 2, "all": 4}
print(json.dumps({f"{gap}/{name}": count == value for gap, value in found.items() for name, count in counts.items()}))
