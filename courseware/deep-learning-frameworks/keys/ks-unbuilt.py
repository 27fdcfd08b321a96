"""How many weights a dense layer has before and after its first call."""

import json
import os

os.environ["KERAS_BACKEND"] = "jax"
import keras
import numpy as np

layer = keras.layers.Dense(3)
before = len(layer.weights)
layer(np.zeros((1, 4), "float32"))
printed = f"{before} {len(layer.weights)}"
texts = {"at-once": "2 2", "kernel-only": "0 1", "at-training": "0 0", "first-call": "0 2"}
print(json.dumps({name: text == printed for name, text in texts.items()}))
