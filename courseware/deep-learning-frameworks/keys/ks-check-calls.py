"""What each part of a Keras program does, and that none of them writes C++."""

import json
import os

os.environ["KERAS_BACKEND"] = "jax"
import keras
import numpy as np

x, y = np.ones((8, 4), "float32"), np.ones((8, 8), "float32")
layer = keras.layers.Dense(8)
model = keras.Sequential([keras.Input((4,)), layer])


def weights():
    """Return a copy of the kernel."""
    return np.array(layer.kernel)


def is_set():
    """Say whether the model has an optimizer and a loss."""
    return getattr(model, "optimizer", None) is not None and getattr(model, "loss", None) is not None


start, was_set = weights(), is_set()
every_input_counts = all((np.asarray(layer(x + step)) != np.asarray(layer(x))).all() for step in np.eye(4, dtype="f4"))
model.compile("sgd", "mse")
stored, compiled = is_set(), weights()
model.fit(x, y, verbose=0)
print(
    json.dumps(
        {
            "dense": every_input_counts,
            "compile": stored and not was_set and bool((compiled == start).all()),
            "fit": not np.allclose(weights(), start),
        }
    )
)
