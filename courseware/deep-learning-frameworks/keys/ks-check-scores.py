"""Whether training on raw scores with a loss for probabilities reports an error, and whether the loss is wrong."""

import json
import os

os.environ["KERAS_BACKEND"] = "jax"
import keras
import numpy as np

x, y = np.ones((8, 4), "float32"), np.eye(3, dtype="float32")[np.zeros(8, int)]
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3)])
model.compile("sgd", keras.losses.CategoricalCrossentropy())
try:
    model.fit(x, y, verbose=0)
    trains = True
except Exception:
    trains = False
scores = np.array([[2.0, 0.0, -1.0]])
plain = float(keras.losses.CategoricalCrossentropy()(y[:1], scores))
right = float(keras.losses.CategoricalCrossentropy(from_logits=True)(y[:1], scores))
print(json.dumps({"answer": trains, "wrong": {"false": trains and abs(plain - right) > 0.1}}))
