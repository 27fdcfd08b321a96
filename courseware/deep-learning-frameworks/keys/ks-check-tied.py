"""The line that ties the layer to one backend: repaired, the layer runs on JAX; the other lines stay as they are."""

import json
import os

os.environ["KERAS_BACKEND"] = "jax"
import numpy as np

CODE = """import keras
import torch

class Positive(keras.layers.Layer):
    def call(self, x):
        x = keras.ops.multiply(x, 2.0)
        return torch.relu(x)
"""


def runs(code):
    """Say whether the layer runs on this backend."""
    names = {}
    exec(code, names)  # noqa: S102  It is the code of the question.
    try:
        result = names["Positive"]()(np.array([[-1.0, 2.0]], "float32"))
    except Exception:
        return False
    return np.asarray(result).tolist() == [[0.0, 4.0]]


repaired = runs(CODE.replace("torch.relu", "keras.ops.relu"))
answer = 7 if repaired and not runs(CODE) else None
print(json.dumps({"answer": answer, "wrong": {"2": repaired, "6": repaired}}))
