"""What the program prints about keras and tf.keras."""

import json
import os

os.environ["KERAS_BACKEND"] = "tensorflow"
import keras
import tensorflow as tf

layer = tf.keras.layers.Dense(2)
printed = f"{isinstance(layer, keras.layers.Dense)} {tf.keras.Model is keras.Model}"
texts = {"both": "True True", "neither": "False False", "layers-only": "True False"}
print(json.dumps({name: text == printed for name, text in texts.items()}))
