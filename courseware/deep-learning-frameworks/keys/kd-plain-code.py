"""Whether an if on the sum works in eager code of all three; Keras on TensorFlow."""

import json
import os

os.environ["KERAS_BACKEND"] = "tensorflow"
import keras
import tensorflow as tf
import torch


def way(total):
    """Take one of two branches."""
    if total > 0:
        return "up"
    return "down"


values = [[1.0, 2.0], [-1.0, -2.0]]
found = [
    [way(keras.ops.sum(keras.ops.array(v))) for v in values],
    [way(tf.reduce_sum(tf.constant(v))) for v in values],
    [way(torch.tensor(v).sum()) for v in values],
]
print(json.dumps({"answer": all(ways == ["up", "down"] for ways in found)}))
