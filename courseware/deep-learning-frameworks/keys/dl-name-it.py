"""Which activation keeps a positive number and turns a negative one into 0."""

import json
import os

os.environ["KERAS_BACKEND"] = "jax"
import keras
import numpy as np

names = {"relu": "relu", "leaky relu": "leaky_relu", "sigmoid": "sigmoid", "tanh": "tanh", "softmax": "softmax"}
values = np.array([[2.5, -2.5]], "float32")
fits = {
    name: np.array_equal(keras.ops.convert_to_numpy(keras.activations.get(known)(values)), [[2.5, 0.0]])
    for name, known in names.items()
}
answer = next(name for name, is_right in fits.items() if is_right)
print(json.dumps({"answer": answer, "wrong": {name: not fits[name] for name in names if name != answer}}))
