"""Where a Python if on the sum of a tensor works; the layer of Keras in a process for each backend."""

import json
import logging
import os
import subprocess
import sys

import tensorflow as tf
import torch

logging.disable(logging.CRITICAL)
CODE = """
import keras
import numpy as np
class Branch(keras.layers.Layer):
    def call(self, x):
        if keras.ops.sum(x) > 0:
            return x + 1
        return x - 1
model = keras.Sequential([Branch()])
assert (model.predict(-np.ones((1, 2), "float32"), verbose=0) == -2).all()
"""


def in_keras(backend):
    """Say what becomes of the layer during predict."""
    env = os.environ | {"KERAS_BACKEND": backend}
    ran = subprocess.run([sys.executable, "-c", CODE], env=env, stderr=subprocess.DEVNULL, check=False)
    return "error" if ran.returncode else "works"


def branch(x):
    """Take one of two branches."""
    if x.sum() > 0:
        return x + 1
    return x - 1


def tf_branch(x):
    """Take one of two branches."""
    if tf.reduce_sum(x) > 0:
        return x + 1
    return x - 1


class Net(torch.nn.Module):
    """The branch as a model."""

    def forward(self, x):
        """Take one of two branches."""
        return branch(x)


def outcome(use):
    """Say whether a use raises an error."""
    try:
        found = use()
    except Exception:
        return "error"
    return "works" if found is None or float(found[0]) == -2.0 else "error"


def export():
    """Export the model and return nothing."""
    torch.export.export(Net(), (-torch.ones(2),))


print(
    json.dumps(
        {
            "tf-function": outcome(lambda: tf.function(tf_branch)(-tf.ones(2))),
            "keras-tf": in_keras("tensorflow"),
            "keras-torch": in_keras("torch"),
            "compiled": outcome(lambda: torch.compile(branch, backend="eager")(-torch.ones(2))),
            "exported": outcome(export),
            "no-autograph": outcome(lambda: tf.function(tf_branch, autograph=False)(-tf.ones(2))),
        }
    )
)
