"""What each piece of Keras code gives: a chain, connected layers, an own calculation, one operation."""

import json
import os

os.environ["KERAS_BACKEND"] = "jax"
import keras
import numpy as np


class Gate(keras.layers.Layer):
    """A layer with a calculation that no other layer offers."""

    def call(self, x):
        """Return the input times its own sine."""
        return x * keras.ops.sin(x)


x = np.ones((1, 4), "float32")
a, b = keras.layers.Dense(3), keras.layers.Dense(2)
chain = keras.Sequential([a, b])
inputs = keras.Input((4,))
connected = keras.Model(inputs, b(a(inputs)))
print(
    json.dumps(
        {
            "sequential": np.allclose(chain(x), b(a(x))),
            "functional": np.allclose(connected(x), b(a(x))),
            "subclass": np.allclose(Gate()(x), x * np.sin(x)),
            "ops": np.allclose(keras.ops.matmul(x, a.kernel), x @ np.asarray(a.kernel)),
        }
    )
)
