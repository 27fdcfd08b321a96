"""In which calls dropout is at work: the model is nothing but dropout, and the answers equal its inputs."""

import json
import os

os.environ["KERAS_BACKEND"] = "jax"
import keras
import numpy as np

ones = np.ones((256, 8), "float32")
model = keras.Sequential([keras.Input((8,)), keras.layers.Dropout(0.5, seed=1)])
model.compile("sgd", "mse")
is_changed = {
    "fit": model.fit(ones, ones, verbose=0).history["loss"][0] > 0,
    "predict": (model.predict(ones, verbose=0) != ones).any(),
    "call": (np.asarray(model(ones)) != ones).any(),
    "told": (np.asarray(model(ones, training=True)) != ones).any(),
    "evaluate": model.evaluate(ones, ones, verbose=0) > 0,
}
print(json.dumps({name: "active" if changed else "idle" for name, changed in is_changed.items()}))
