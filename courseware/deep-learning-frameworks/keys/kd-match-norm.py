"""Which settings make the PyTorch layer move and divide as the Keras layer does."""

import json
import os

os.environ["KERAS_BACKEND"] = "jax"
import keras
import numpy as np
import torch

batch = np.full((4, 8), 10.0, "float32")
layer = keras.layers.BatchNormalization(momentum=0.95)
layer(batch, training=True)
mean = float(layer.moving_mean[0])
narrow = np.tile(np.array([[-0.01], [0.01]], "float32"), (1, 8))
out = keras.ops.convert_to_numpy(layer(narrow, training=True))


def moves_alike(momentum):
    """Say whether the stored mean moves as in Keras."""
    other = torch.nn.BatchNorm1d(8, momentum=momentum)
    other(torch.tensor(batch))
    return abs(other.running_mean[0].item() - mean) < 1e-5


def divides_alike(eps):
    """Say whether a narrow batch comes out as in Keras."""
    other = torch.nn.BatchNorm1d(8, eps=eps)
    try:
        return np.allclose(other(torch.tensor(narrow)).detach().numpy(), out, atol=1e-4)
    except ValueError:
        return False


print(
    json.dumps(
        {
            "share/same-number": moves_alike(0.95),
            "share/plain": moves_alike(None),
            "share/rest": moves_alike(0.05),
            "constant/keras-default": divides_alike(0.001),
            "constant/torch-default": divides_alike(0.00001),
            "constant/none": divides_alike(0.0),
        }
    )
)
