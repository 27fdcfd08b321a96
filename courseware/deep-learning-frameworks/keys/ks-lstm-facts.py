"""What an LSTM layer of Keras returns, which axis it takes as time, and how many parameters it has."""

import json
import os

os.environ["KERAS_BACKEND"] = "jax"
import keras
import numpy as np
import torch

x = np.random.default_rng(0).normal(size=(2, 5, 8)).astype("float32")
layer = keras.layers.LSTM(16)
result = layer(x)
changed = x.copy()
changed[1] += 1  # if the first axis were time, this would change every result
is_batch_first = np.allclose(layer(changed)[0], result[0])
in_torch = sum(p.numel() for p in torch.nn.LSTM(8, 16).parameters())
print(
    json.dumps(
        {
            "final": tuple(result.shape) == (2, 16),
            "time-first": not is_batch_first,
            "sequence": tuple(keras.layers.LSTM(16, return_sequences=True)(x).shape) == (2, 5, 16),
            "as-torch": layer.count_params() == in_torch,
            "pair": isinstance(result, tuple | list),
        }
    )
)
