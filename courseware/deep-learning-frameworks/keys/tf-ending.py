"""Which ending Keras accepts for the file of the runtime for devices."""

import json
import os
import tempfile
from pathlib import Path

os.environ["KERAS_BACKEND"] = "tensorflow"
import keras
import tensorflow as tf

model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])


def is_accepted(ending):
    """Say whether a model can be written for devices under a name with this ending, and read again."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"model{ending}")
        try:
            model.export(path, format="litert", verbose=False)
            tf.lite.Interpreter(str(path)).allocate_tensors()
        except ValueError:
            return False
    return True


endings = (".tflite", ".litert", ".lrt", ".pb", ".keras", ".lite", ".tfl3")
accepted = [ending for ending in endings if is_accepted(ending)]
print(json.dumps({"answer": accepted[0], "wrong": {ending: ending not in accepted for ending in endings[1:]}}))
