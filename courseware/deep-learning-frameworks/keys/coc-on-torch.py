"""A Keras model on the PyTorch backend: trained by a loop of one's own, bound to its backend, its layout and Keras."""

import json
import os
import pickle
import tempfile
from pathlib import Path

os.environ["KERAS_BACKEND"] = "torch"
import keras
import torch

model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
x, y = torch.ones(4, 2), torch.zeros(4, 1)
losses = []
for _ in range(20):
    loss = (model(x) - y).square().mean()
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    losses.append(loss.item())

os.environ["KERAS_BACKEND"] = "jax"
switches = keras.config.backend() == "jax" or not isinstance(model(x), torch.Tensor)
with tempfile.TemporaryDirectory() as folder:
    path = Path(folder, "model.keras")
    model.save(path)
    try:
        torch.load(path)
        without_keras = True
    except (RuntimeError, pickle.UnpicklingError):
        without_keras = False
print(
    json.dumps(
        {
            "own-loop": losses[-1] < losses[0] / 10,
            "switch": switches,
            "channels": keras.config.image_data_format() == "channels_first",
            "without-keras": without_keras,
        }
    )
)
