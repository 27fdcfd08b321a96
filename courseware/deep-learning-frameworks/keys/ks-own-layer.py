"""Which names complete the layer: it must calculate relu(x * w) on three backends, one process for each."""

import json
import os
import subprocess
import sys

CODE = """
import importlib, json, sys
import keras
import numpy as np

LAYER = '''
class Scale(keras.layers.Layer):
    def {weights}(self, input_shape):
        self.w = self.add_weight(shape=(input_shape[-1],), initializer="ones")

    def {calculation}(self, x):
        return {operation}(x * self.w)
'''

def works(words):
    names = {"keras": keras}
    if words["operation"].split(".")[0] == "tf":
        names["tf"] = importlib.import_module("tensorflow")
    if words["operation"].split(".")[0] == "torch":
        names["torch"] = importlib.import_module("torch")
    exec(LAYER.format(**words), names)
    try:
        y = names["Scale"]()(np.array([[-1.0, 2.0]], "float32"))
        return bool(np.array_equal(keras.ops.convert_to_numpy(y), [[0.0, 2.0]]))
    except Exception:
        return False

print(json.dumps([works(words) for words in json.loads(sys.argv[1])]))
"""
RIGHT = {"weights": "build", "calculation": "call", "operation": "keras.ops.relu"}
WRONG = {
    "weights/compile": {"weights": "compile"},
    "weights/fit": {"weights": "fit"},
    "calculation/forward": {"calculation": "forward"},
    "calculation/predict": {"calculation": "predict"},
    "operation/torch": {"operation": "torch.relu"},
}


def tried(backend, *versions):
    """Return which versions of the layer work on a backend."""
    ran = subprocess.run(
        [sys.executable, "-c", CODE, json.dumps(versions)],
        env=os.environ | {"KERAS_BACKEND": backend},
        stdout=subprocess.PIPE,
        check=True,
    )
    return json.loads(ran.stdout)


on_tensorflow = tried("tensorflow", RIGHT)
on_jax, *others = tried("jax", RIGHT, *(RIGHT | words for words in WRONG.values()))
on_torch, bound_to_tensorflow = tried("torch", RIGHT, RIGHT | {"operation": "tf.nn.relu"})
everywhere = on_tensorflow == [True] and on_jax and on_torch
right = {"weights/build": everywhere, "calculation/call": everywhere, "operation/keras": everywhere}
found = right | dict(zip(WRONG, others, strict=True)) | {"operation/tensorflow": bound_to_tensorflow}
print(json.dumps(found))
