"""The stored average after one batch, and what other readings of momentum would give."""

import json
import os

os.environ["KERAS_BACKEND"] = "jax"
import keras
import numpy as np
import torch

batch = np.full((4, 1), 20.0, "float32")


def in_pytorch(**settings):
    """Return the running mean of a new layer after one batch."""
    layer = torch.nn.BatchNorm1d(1, **settings)
    layer(torch.tensor(batch))
    return round(layer.running_mean.item(), 4)


keras_layer = keras.layers.BatchNormalization()
keras_layer(batch, training=True)
answer = in_pytorch()
mistakes = {
    "0.2": round(float(keras_layer.moving_mean[0]), 4),
    "18": in_pytorch(momentum=0.9),
    "20": float(batch.mean()),
}
print(json.dumps({"answer": answer, "wrong": {text: float(text) == v != answer for text, v in mistakes.items()}}))
