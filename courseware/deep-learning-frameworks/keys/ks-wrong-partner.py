"""The line to change: fit fails with the sparse loss on one-hot rows, and works with the categorical one."""

import json
import os

os.environ["KERAS_BACKEND"] = "jax"
import keras
import numpy as np

y = keras.utils.to_categorical(np.array([0, 2, 1, 2]))


def works(loss, optimizer="adam", last="softmax", epochs=5):
    """Say whether fit gets through."""
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3, activation=last)])
    model.compile(optimizer=optimizer, loss=loss)
    try:
        model.fit(np.zeros((4, 4)), y, epochs=epochs, verbose=0)
    except Exception:
        return False
    return True


sparse, categorical = "sparse_categorical_crossentropy", "categorical_crossentropy"
answer = 7 if not works(sparse) and works(categorical) else None
wrong = {
    "1": works(categorical),
    "2": works(categorical),
    "5": not works(sparse, last=None),
    "8": not works(sparse, "sgd"),
    "9": not works(sparse, epochs=1),
}
print(json.dumps({"answer": answer, "wrong": wrong}))
