"""How many turns the loop makes: 600 examples in batches of 50, 4 epochs."""

import json
import os

os.environ["KERAS_BACKEND"] = "jax"
import keras
import numpy as np


def turns(examples, batch, epochs):
    """Return how often the optimizer has moved the weights."""
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.compile("sgd", "mse")
    model.fit(np.zeros((examples, 1)), np.zeros((examples, 1)), batch_size=batch, epochs=epochs, verbose=0)
    return int(model.optimizer.iterations)


answer = turns(600, 50, 4)
each = turns(600, 50, 1)
mistakes = {"12": each, "2400": turns(600, 1, 4), "4": turns(600, 600, 4), "200": 50 * 4, "3": each // 4}
print(json.dumps({"answer": answer, "wrong": {near: int(near) == value != answer for near, value in mistakes.items()}}))
