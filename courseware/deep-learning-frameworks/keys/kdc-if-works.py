"""Where a Python if on a tensor's value works."""

import json
import logging
import os

os.environ["KERAS_BACKEND"] = "jax"
import keras
import numpy as np
import tensorflow as tf
import torch

logging.disable(logging.CRITICAL)


def branch(x, total):
    """Add or take away one, by the sum."""
    if total(x) > 0:
        return x + 1
    return x - 1


class KerasBranch(keras.layers.Layer):
    def call(self, x):
        return branch(x, keras.ops.sum)


class TorchBranch(torch.nn.Module):
    def forward(self, x):
        return branch(x, torch.sum)


def works(run):
    """Say whether something runs to its end."""
    try:
        run()
    except Exception:
        return False
    return True


def fit():
    """Train a model that holds the branch."""
    model = keras.Sequential([keras.layers.Dense(2), KerasBranch()])
    model.compile("sgd", "mse")
    model.fit(np.ones((4, 2), "float32"), np.ones((4, 2), "float32"), verbose=0)


print(
    json.dumps(
        {
            "eager-torch": branch(torch.tensor([1.0]), torch.sum).item() == 2.0,
            "eager-tf": float(branch(tf.constant([1.0]), tf.reduce_sum)[0]) == 2.0,
            "keras-jax": works(fit),
            "export": works(lambda: torch.export.export(TorchBranch(), (torch.ones(2),))),
        }
    )
)
