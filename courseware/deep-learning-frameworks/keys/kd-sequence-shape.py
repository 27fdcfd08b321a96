"""What the program prints, and what the batch first or one step alone would give."""

import json
import os

os.environ["KERAS_BACKEND"] = "jax"
import keras
import numpy as np
import torch

steps, _ = torch.nn.LSTM(8, 16)(torch.zeros(5, 2, 8))
printed = str(tuple(steps.shape))
first, _ = torch.nn.LSTM(8, 16, batch_first=True)(torch.zeros(2, 5, 8))
mistakes = {
    "(2, 5, 16)": tuple(first.shape),
    "(2, 16)": tuple(keras.layers.LSTM(16)(np.zeros((2, 5, 8), "float32")).shape),
    "(5, 2, 8)": tuple(torch.zeros(5, 2, 8).shape),
    "torch.Size([5, 2, 16])": steps.shape,
}
wrong = {text: str(value) == text != printed for text, value in mistakes.items()}
print(json.dumps({"answer": printed, "wrong": wrong}))
