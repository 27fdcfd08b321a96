"""Whose numbers can be changed in place."""

import json

import numpy as np
import tensorflow as tf

layer = tf.keras.layers.Dense(1)
layer.build((None, 2))
array = np.array([1.0, 2.0])
copy = tf.constant(array)
v = tf.Variable([1.0, 2.0])
things = {"constant": tf.constant([1.0, 2.0]), "variable": v, "sum": v + v, "kernel": layer.kernel, "array": array}


def column(thing):
    """Say whether the first number can be set to 5, in one of the ways there are."""
    try:
        if hasattr(thing, "assign"):
            thing.assign(tf.ones_like(thing) * 5.0)
        else:
            thing[0] = 5.0
    except (TypeError, AttributeError):
        return "cannot"
    return "can" if float(np.ravel(thing)[0]) == 5.0 else "cannot"


found = {name: column(thing) for name, thing in things.items()}
assert float(copy[0]) == 1.0  # noqa: S101  The tensor is a copy, as the explanation says.
print(json.dumps(found))
