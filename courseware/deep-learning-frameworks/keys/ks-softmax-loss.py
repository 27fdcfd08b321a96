"""The loss that Keras gives for probabilities, and what the known mistakes give."""

import json
import os

os.environ["KERAS_BACKEND"] = "jax"
import keras
import numpy as np

shares = np.array([[0.1, 0.7, 0.2]])
Loss = keras.losses.SparseCategoricalCrossentropy


def loss(label, from_logits=False):
    """Return the loss for a right class."""
    return float(Loss(from_logits=from_logits)(np.array([label]), shares))


answer = loss(0)
mistakes = {
    "0.357": loss(1),
    "1.609": loss(2),
    "-2.303": -answer,
    "1.368": loss(0, from_logits=True),
    "0.9": 1 - 0.1,
    "1": -float(np.log10(0.1)),
}
wrong = {near: abs(float(near) - value) < 1e-3 and abs(value - answer) > 0.05 for near, value in mistakes.items()}
print(json.dumps({"answer": round(answer, 4), "wrong": wrong}))
