"""How many bytes the parameters of a layer take under mixed precision."""

import json
import os

os.environ["KERAS_BACKEND"] = "jax"
import keras
import numpy as np


def size(shape, dtype, has_bias=True):
    """Return the bytes of the parameters after a call on an input of this shape."""
    layer = keras.layers.Dense(50, dtype=dtype, use_bias=has_bias)
    layer(np.zeros(shape, "float32"))
    return sum(np.asarray(weight).nbytes for weight in layer.weights)


kept, flat = (32, 10, 49), (32, 490)
answer = size(kept, "mixed_float16")
mistakes = {
    "5000": size(kept, "float16"),
    "98200": size(flat, "mixed_float16"),
    "49100": size(flat, "float16"),
    "2500": answer // 4,
    "9800": size(kept, "mixed_float16", has_bias=False),
    "4900": size(kept, "float16", has_bias=False),
}
print(json.dumps({"answer": answer, "wrong": {near: int(near) == value != answer for near, value in mistakes.items()}}))
