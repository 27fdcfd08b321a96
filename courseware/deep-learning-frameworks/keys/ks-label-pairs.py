"""Which labels each loss takes: with them it gives the right loss, and not with those of another."""

import json
import os

os.environ["KERAS_BACKEND"] = "jax"
import keras
import numpy as np

shares = np.array([[0.1, 0.2, 0.7], [0.5, 0.3, 0.2], [0.3, 0.6, 0.1]])
numbers, rows, answers = [2, 0, 1], [[0, 0, 1], [1, 0, 0], [0, 1, 0]], [[1], [0], [0]]
right = -np.log([0.7, 0.5, 0.6]).mean()
right_binary = -np.log([0.7, 0.8, 0.9]).mean()


def gives(loss, labels, predicted, wanted):
    """Say whether a loss gives the wanted number for labels."""
    try:
        return bool(np.isclose(float(loss(np.array(labels), predicted)), wanted, rtol=1e-4))
    except Exception:
        return False


sparse = keras.losses.SparseCategoricalCrossentropy()
categorical = keras.losses.CategoricalCrossentropy()
binary = keras.losses.BinaryCrossentropy()
print(
    json.dumps(
        {
            "sparse": gives(sparse, numbers, shares, right) and not gives(sparse, rows, shares, right),
            "categorical": gives(categorical, rows, shares, right) and not gives(categorical, numbers, shares, right),
            "binary": gives(binary, answers, shares[:, 2:], right_binary),
        }
    )
)
