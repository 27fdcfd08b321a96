"""How many parameters a model has that calls one layer twice."""

import json
import os

os.environ["KERAS_BACKEND"] = "jax"
import keras
from keras import layers


def count(is_shared, has_bias=True):
    """Return the number of parameters with one layer called twice, or with two layers."""
    one = layers.Dense(3, use_bias=has_bias)
    two = one if is_shared else layers.Dense(3, use_bias=has_bias)
    first, second = keras.Input((4,)), keras.Input((4,))
    joined = layers.Concatenate()([one(first), two(second)])
    return keras.Model([first, second], layers.Dense(1, use_bias=has_bias)(joined)).count_params()


answer = count(is_shared=True)
mistakes = {
    "37": count(is_shared=False),
    "18": count(is_shared=True, has_bias=False),
    "19": 4 * 3 + 3 + 3 * 1 + 1,
    "15": 4 * 3 + 3,
    "34": count(is_shared=False) - 3,
}
print(json.dumps({"answer": answer, "wrong": {near: int(near) == value != answer for near, value in mistakes.items()}}))
