"""Whether one seed draws the same numbers in Keras on TensorFlow and in PyTorch; each repeats its own."""

import json
import os

os.environ["KERAS_BACKEND"] = "tensorflow"
import keras
import numpy as np
import torch


def in_keras():
    """Return the first numbers after the seed 0."""
    keras.utils.set_random_seed(0)
    return keras.ops.convert_to_numpy(keras.random.uniform((5,)))


def in_pytorch():
    """Return the first numbers after the seed 0."""
    torch.manual_seed(0)
    return torch.rand(5).numpy()


if not np.array_equal(in_keras(), in_keras()) or not np.array_equal(in_pytorch(), in_pytorch()):
    raise SystemExit("a seed does not repeat its own numbers")
print(json.dumps({"answer": bool(np.allclose(in_keras(), in_pytorch()))}))
