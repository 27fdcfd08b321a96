"""What is the same on three backends after one seed: one process for each backend."""

import json
import os
import subprocess
import sys

CODE = """
import json
import keras
import numpy as np
keras.utils.set_random_seed(0)
layer = keras.layers.Dense(3)
result = layer(np.ones((1, 4), "float32"))
numbers = keras.ops.convert_to_numpy
print(json.dumps({
    "shape": list(layer.kernel.shape),
    "kernel": numbers(layer.kernel).round(4).tolist(),
    "type": type(result).__module__.split(".")[0],
    "biases": numbers(layer.bias).tolist(),
    "result": numbers(result).round(4).tolist(),
    "count": layer.count_params(),
}))
"""


def seen_on(backend):
    """Return what a process on this backend sees."""
    ran = subprocess.run(
        [sys.executable, "-c", CODE], env=os.environ | {"KERAS_BACKEND": backend}, stdout=subprocess.PIPE, check=True
    )
    return json.loads(ran.stdout)


first, *others = [seen_on(backend) for backend in ("tensorflow", "jax", "torch")]
print(json.dumps({name: all(other[name] == value for other in others) for name, value in first.items()}))
