"""Which backend is in use when the variable changes after the import."""

import json
import os

os.environ["KERAS_BACKEND"] = "jax"
import keras

os.environ["KERAS_BACKEND"] = "torch"
model = keras.Sequential([keras.layers.Dense(2)])
printed = keras.config.backend()
texts = {"second": "torch", "usual": "tensorflow", "first": "jax", "both": "jax, torch"}
print(json.dumps({name: text == printed for name, text in texts.items()}))
