"""What a direct call of a model with dropout returns."""

import json
import os

os.environ["KERAS_BACKEND"] = "jax"
import keras
import numpy as np

model = keras.Sequential([keras.Input((4,)), keras.layers.Dropout(0.5)])
printed = str(keras.ops.convert_to_numpy(model(np.ones((1, 4), "float32"))))
texts = {
    "scaled": "[[0. 2. 2. 0.]]",
    "unchanged": "[[1. 1. 1. 1.]]",
    "halved": "[[0.5 0.5 0.5 0.5]]",
    "unscaled": "[[0. 1. 1. 0.]]",
}
print(json.dumps({name: text == printed for name, text in texts.items()}))
