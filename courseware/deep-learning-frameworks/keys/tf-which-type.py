"""Which type of number each expression gives."""

import json

import numpy as np
import tensorflow as tf

mixed = tf.keras.layers.Dense(1, dtype="mixed_float16")
result = mixed(np.array([[1.0, 2.0]]))
expressions = {
    "python": lambda: tf.constant([1.0, 2.0]),
    "array": lambda: tf.constant(np.array([1.0, 2.0])),
    "mixture": lambda: tf.constant([1, 2]) + tf.constant([0.5, 0.5]),
    "layer": lambda: tf.keras.layers.Dense(1)(np.array([[1.0, 2.0]])),
    "kernel": lambda: mixed.kernel.value,
    "mixed-result": lambda: result,
}
columns = {"float16": "half", "float32": "single", "float64": "double"}


def column(expression):
    """Return the column of an expression."""
    try:
        return columns[expression().dtype.name]
    except tf.errors.InvalidArgumentError:
        return "error"


print(json.dumps({name: column(expression) for name, expression in expressions.items()}))
