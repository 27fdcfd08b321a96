"""What the program prints."""

import json
import os

os.environ["KERAS_BACKEND"] = "jax"
import keras
import torch

a = keras.layers.Dense(3)
a.build((None, 4))
b = torch.nn.Linear(4, 3)
printed = f"{tuple(a.kernel.shape)} {tuple(b.weight.shape)}"
texts = {
    "both-in-first": "(4, 3) (4, 3)",
    "keras-out-first": "(3, 4) (4, 3)",
    "both-out-first": "(3, 4) (3, 4)",
    "mixed": "(4, 3) (3, 4)",
}
print(json.dumps({name: text == printed for name, text in texts.items()}))
