"""What means the same in Keras and in PyTorch: each setting is given to both, and what comes of it is compared."""

import json
import os

os.environ["KERAS_BACKEND"] = "torch"
import keras
import torch
from keras import layers

ones = torch.ones(20000)
kept = [(layers.Dropout(0.25)(ones, training=True) != 0), (torch.nn.Dropout(0.25)(ones) != 0)]
rate = all(abs(one.float().mean().item() - 0.75) < 0.02 for one in kept)

batch = torch.tensor([[9.0], [11.0]])
norm, other = layers.BatchNormalization(momentum=0.9), torch.nn.BatchNorm1d(1, momentum=0.9)
norm(batch, training=True)
other(batch)
momentum = abs(float(keras.ops.convert_to_numpy(norm.moving_mean)[0]) - other.running_mean.item()) < 1e-4

conv = layers.Conv2D(1, 3)
conv.build((4, 9, 9, 3))
axes = list(conv.kernel.shape) == list(torch.nn.Conv2d(9, 1, 3).weight.shape) or conv.kernel.shape[2] == 9

dense = layers.Dense(3)
dense.build((None, 4))
weight = list(dense.kernel.shape) == list(torch.nn.Linear(4, 3).weight.shape)
print(json.dumps({"momentum": momentum, "axes": axes, "rate": rate, "weight": weight}))
