"""What means the same in Keras and in PyTorch: seven pieces of a model, tried in both."""

import json
import os

os.environ["KERAS_BACKEND"] = "torch"
import keras
import numpy as np
import torch

keras.utils.set_random_seed(0)
seen = []


class Note(keras.layers.Layer):
    """Passes its input on and notes the first column."""

    def call(self, x):
        """Note and return the input."""
        seen.extend(x[:, 0].tolist())
        return x


def is_refused(layer, *arguments, **settings):
    """Say whether a layer can't be made or called like this."""
    try:
        layer(*arguments, **settings)
    except ValueError:
        return True
    return False


numbers = np.arange(100, dtype="float32")[:, None]
model = keras.Sequential([keras.Input((1,)), Note(), keras.layers.Dense(1)])
model.compile("sgd", "mse")
seen.clear()
model.fit(numbers, numbers * 0, verbose=0)
loaded = [float(batch[0]) for batch in torch.utils.data.DataLoader(numbers)]

ones = np.ones((1, 100_000), "float32")
kept = float((keras.layers.Dropout(0.2)(ones, training=True) > 0).float().mean())
kept_in_torch = (torch.nn.Dropout(0.2)(torch.from_numpy(ones)) > 0).float().mean().item()
dense, linear = keras.layers.Dense(3), torch.nn.Linear(4, 3)
cube = np.ones((2, 5, 4), "float32")
shapes = {tuple(dense(cube).shape), tuple(linear(torch.from_numpy(cube)).shape)}
lstm = keras.layers.LSTM(16)
lstm.build((None, 5, 8))
rates = {float(keras.optimizers.Adam().learning_rate), torch.optim.Adam(linear.parameters()).defaults["lr"]}
is_same = {
    "dropout": abs(kept - 0.8) < 0.01 and abs(kept_in_torch - 0.8) < 0.01,
    "order": (seen == sorted(seen)) == (loaded == sorted(loaded)),
    "padding": is_refused(keras.layers.Conv2D(1, 3, strides=2, padding="same"), np.ones((1, 7, 7, 1), "float32"))
    == is_refused(torch.nn.Conv2d, 1, 1, 3, stride=2, padding="same"),
    "axes": shapes == {(2, 5, 3)},
    "biases": bool((dense.bias == 0).all()) == bool((linear.bias == 0).all()),
    "lstm": lstm.count_params() == sum(p.numel() for p in torch.nn.LSTM(8, 16).parameters()),
    "rate": max(rates) - min(rates) < 1e-9,
}
print(json.dumps({name: "same" if same else "different" for name, same in is_same.items()}))
