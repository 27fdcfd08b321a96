"""Four of the jobs: who multiplies, differentiates and starts, and whose tensor comes back, seen on two backends."""

import json
import os
import subprocess
import sys

CODE = """
import keras
layer = keras.layers.Dense(2)
result = layer(keras.ops.ones((1, 3)))
product = keras.ops.matmul(keras.ops.ones((2, 2)), keras.ops.ones((2, 2)))
zero = float(keras.ops.max(keras.ops.abs(layer.bias))) == 0

called = []


def noting(function):
    def noted(*given, **named):
        called.append(1)
        return function(*given, **named)

    return noted


if keras.backend.backend() == "jax":
    import jax
    jax.value_and_grad = noting(jax.value_and_grad)
else:
    import torch
    torch.Tensor.backward = noting(torch.Tensor.backward)
model = keras.Sequential([keras.Input((3,)), layer])
model.compile("sgd", "mse")
model.fit(keras.ops.ones((4, 3)), keras.ops.ones((4, 2)), verbose=0)
print(type(result).__module__.split(".")[0], type(product).__module__.split(".")[0], zero, bool(called))
"""
result, product, zero, slopes = zip(
    *(
        subprocess.run(
            [sys.executable, "-c", CODE],
            env=os.environ | {"KERAS_BACKEND": backend},
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        ).stdout.split()
        for backend in ("jax", "torch")
    ),
    strict=True,
)
print(
    json.dumps(
        {
            "multiply": "backend" if product == ("jaxlib", "torch") else "keras",
            "slopes": "backend" if slopes == ("True", "True") else "keras",
            "type": "backend" if result == ("jaxlib", "torch") else "keras",
            "start": "keras" if zero == ("True", "True") else "backend",
        }
    )
)
