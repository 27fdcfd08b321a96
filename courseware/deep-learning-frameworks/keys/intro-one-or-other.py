"""A model written in Keras, whose arithmetic PyTorch does."""

import json
import os

os.environ["KERAS_BACKEND"] = "torch"
import keras
import torch

model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
is_done_by_torch = isinstance(model(torch.ones(1, 2)), torch.Tensor)
print(json.dumps({"answer": not is_done_by_torch, "wrong": {"true": is_done_by_torch}}))
