"""Whether tf.keras and keras give the same class, with no settings changed."""

import json
import os

os.environ["KERAS_BACKEND"] = "tensorflow"
import keras
import tensorflow as tf

print(json.dumps({"answer": tf.keras.layers.Dense is keras.layers.Dense}))
