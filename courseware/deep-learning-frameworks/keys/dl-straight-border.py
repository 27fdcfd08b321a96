"""Where the border of a model lies: straight with a linear hidden layer, whatever the sigmoid does after it."""

import json
import os

os.environ["KERAS_BACKEND"] = "jax"
import keras
import numpy as np


def score(hidden, x, loss=None, epochs=1):
    """Return the score whose sign tells the side of the border: the sigmoid is above 0.5 where it is above 0."""
    keras.utils.set_random_seed(0)
    model = keras.Sequential(
        [keras.Input((2,)), keras.layers.Dense(32, activation=hidden), keras.layers.Dense(1, activation="sigmoid")]
    )
    if loss:
        model.compile("adam", loss)
        model.fit(a, (a**2).sum(1) < 1, epochs=epochs, verbose=0)
    p = np.asarray(model(x), "float64")
    return np.log(p / (1 - p))


a, b = np.random.default_rng(0).normal(size=(2, 50, 2)).astype("float32")


def is_straight(hidden, loss=None, epochs=1):
    """Say whether half-way between two points the score is half-way too."""
    middle = (score(hidden, a, loss, epochs) + score(hidden, b, loss, epochs)) / 2
    return np.allclose(score(hidden, (a + b) / 2, loss, epochs), middle, atol=1e-3)


bends = not is_straight("relu")  # with nothing else changed
answer = 3 if is_straight(None) and bends else None
other_loss, more_epochs = is_straight(None, "mse"), is_straight(None, "binary_crossentropy", 100)
wrong = {"2": bends, "4": is_straight(None), "6": other_loss, "7": more_epochs}
print(json.dumps({"answer": answer, "wrong": wrong}))
