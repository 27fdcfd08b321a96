"""Who does the arithmetic: which package, or its library, holds compiled code, and whose the tensor is."""

import json
import os
from importlib import metadata

os.environ["KERAS_BACKEND"] = "torch"
import jax
import keras
import tensorflow as tf
import torch


def has_compiled_code(*packages):
    """Say whether one of these packages was installed with compiled libraries."""
    files = [file for package in packages for file in metadata.files(package)]
    return any(file.suffix == ".so" or ".so." in file.name for file in files)


ones = [[1.0, 2.0]]
own = {
    "tensorflow": has_compiled_code("tensorflow-cpu") and type(tf.constant(ones)).__module__.startswith("tensorflow"),
    "keras": has_compiled_code("keras") or type(keras.ops.convert_to_tensor(ones)).__module__.startswith("keras"),
    "jax": has_compiled_code("jaxlib") and type(jax.numpy.array(ones)).__module__.startswith("jax"),
    "pytorch": has_compiled_code("torch") and type(torch.tensor(ones)).__module__.startswith("torch"),
}
print(json.dumps({name: "engine" if calculates else "interface" for name, calculates in own.items()}))
