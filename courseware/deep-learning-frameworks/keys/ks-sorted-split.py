"""Which examples are held back: a model that always says 0 has as its loss the share of class 1."""

import json
import os

os.environ["KERAS_BACKEND"] = "jax"
import keras
import numpy as np

y = np.r_[np.zeros(80), np.ones(20)]
model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1, kernel_initializer="zeros")])
model.compile(keras.optimizers.SGD(0.0), "mse")
history = model.fit(np.zeros((100, 1)), y, validation_split=0.2, verbose=0).history
share = history["val_loss"][0]
shares = {"mixed": 0.2, "even": 0.5, "front": 0.0, "tail": 1.0}
print(json.dumps({name: abs(share - value) < 0.01 for name, value in shares.items()}))
