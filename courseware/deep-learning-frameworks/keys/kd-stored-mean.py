"""The moving mean after two batches, and what other readings of momentum would give."""

import json
import os

os.environ["KERAS_BACKEND"] = "jax"
import keras
import numpy as np
import torch

batch = np.full((4, 1), 10.0, "float32")


def in_keras(batches):
    """Return the moving mean after so many batches."""
    layer = keras.layers.BatchNormalization(momentum=0.8)
    for _ in range(batches):
        layer(batch, training=True)
    return round(float(layer.moving_mean[0]), 4)


def in_pytorch(batches):
    """Return what PyTorch's reading of the same number gives."""
    layer = torch.nn.BatchNorm1d(1, momentum=0.8)
    for _ in range(batches):
        layer(torch.tensor(batch))
    return round(layer.running_mean.item(), 4)


answer = in_keras(2)
mistakes = {"9.6": in_pytorch(2), "8": in_pytorch(1), "2": in_keras(1), "4": 2 * in_keras(1)}
print(json.dumps({"answer": answer, "wrong": {text: float(text) == v != answer for text, v in mistakes.items()}}))
