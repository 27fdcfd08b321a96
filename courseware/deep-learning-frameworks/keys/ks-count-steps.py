"""How often fit moves the weights for 70 examples in 4 epochs."""

import json
import os

os.environ["KERAS_BACKEND"] = "jax"
import keras
import numpy as np


def steps(examples, epochs, **settings):
    """Return how often the optimizer has moved the weights."""
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.compile("sgd", "mse")
    model.fit(np.zeros((examples, 1)), np.zeros((examples, 1)), epochs=epochs, verbose=0, **settings)
    return int(model.optimizer.iterations)


answer = steps(70, 4)
mistakes = {
    "280": steps(70, 4, batch_size=1),
    "8": steps(64, 4),
    "9": steps(4 * 70, 1),
    "3": steps(70, 1),
    "4": steps(70, 4, batch_size=70),
}
print(json.dumps({"answer": answer, "wrong": {near: int(near) == value != answer for near, value in mistakes.items()}}))
