"""Which fifth is held back: a model that always says 0 has as its loss the share of the examples of class 1."""

import json
import os

os.environ["KERAS_BACKEND"] = "jax"
import keras
import numpy as np

y = np.r_[np.zeros(80), np.ones(20)]
model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1, kernel_initializer="zeros")])
model.compile(keras.optimizers.SGD(0.0), "mse")
share = model.fit(np.zeros((100, 1)), y, validation_split=0.2, verbose=0).history["val_loss"][0]
is_last_fifth = abs(share - 1.0) < 0.01
print(json.dumps({"answer": not is_last_fifth, "wrong": {"true": is_last_fifth}}))
