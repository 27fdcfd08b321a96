"""How many parameters Keras counts in a model with batch normalisation."""

import json
import os

os.environ["KERAS_BACKEND"] = "jax"
import keras
from keras import layers


def model(has_norm=True, has_bias=True):
    """Return the model, or one without a part."""
    norm = [layers.BatchNormalization()] if has_norm else []
    parts = [layers.Dense(16, use_bias=has_bias), *norm, layers.Dense(2, use_bias=has_bias)]
    return keras.Sequential([keras.Input((8,)), *parts])


answer = model().count_params()
trained = sum(
    weight.shape[0] * (weight.shape[1] if len(weight.shape) > 1 else 1) for weight in model().trainable_weights
)
mistakes = {
    "210": trained,
    "178": model(has_norm=False).count_params(),
    "224": model(has_bias=False).count_params(),
    "194": model(has_norm=False).count_params() + 16,
    "226": model(has_norm=False).count_params() + 3 * 16,
}
print(json.dumps({"answer": answer, "wrong": {near: int(near) == value != answer for near, value in mistakes.items()}}))
