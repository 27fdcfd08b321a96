"""Which defaults differ between the two libraries."""

import json
import os

os.environ["KERAS_BACKEND"] = "jax"
import keras
import numpy as np
import torch

weight = torch.zeros(1, requires_grad=True)
torch.manual_seed(0)


def rates(name):
    """Return the learning rate of an optimizer in each library."""
    theirs = getattr(torch.optim, name)([weight]).defaults["lr"]
    return round(float(getattr(keras.optimizers, name)().learning_rate), 6), theirs


minus = np.array([-1.0], "float32")
slopes = (
    round(float(-keras.layers.LeakyReLU()(minus)[0]), 4),
    round(-torch.nn.LeakyReLU()(torch.tensor(minus)).item(), 4),
)
tens = np.full((4, 1), 10.0, "float32")
ours, theirs = keras.layers.BatchNormalization(), torch.nn.BatchNorm1d(1)
ours(tens, training=True)
theirs(torch.tensor(tens))
moved = round(float(ours.moving_mean[0]), 4), round(theirs.running_mean.item(), 4)
ones = np.ones(20000, "float32")
dropped = (
    round(float(np.mean(keras.ops.convert_to_numpy(keras.layers.Dropout(0.2)(ones, training=True)) == 0)), 1),
    round((torch.nn.Dropout(0.2)(torch.tensor(ones)) == 0).float().mean().item(), 1),
)
found = {
    "sgd-rate": rates("SGD"),
    "adam-rate": rates("Adam"),
    "leaky-slope": slopes,
    "norm-share": moved,
    "dropout-number": dropped,
}
print(json.dumps({name: one != other for name, (one, other) in found.items()}))
