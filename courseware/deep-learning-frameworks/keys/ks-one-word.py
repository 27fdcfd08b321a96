"""Which argument makes the loss right for raw scores; the other names are refused."""

import json
import os

os.environ["KERAS_BACKEND"] = "jax"
import keras
import numpy as np

scores, label = np.array([[2.0, 0.0, -1.0]]), np.array([0])
wanted = -np.log(np.exp(2) / np.exp(scores).sum())


def is_right(argument):
    """Say whether the argument gives the true loss."""
    try:
        loss = keras.losses.SparseCategoricalCrossentropy(**{argument: True})
        return bool(np.isclose(float(loss(label, scores)), wanted, rtol=1e-4))
    except TypeError:
        return False


names = ("from_logits", "logits", "softmax", "normalize")
answer = next(name for name in names if is_right(name))
print(json.dumps({"answer": answer, "wrong": {name: not is_right(name) for name in names[1:]}}))
