"""Which branch works inside fit on every backend: one process for each."""

import json
import os
import subprocess
import sys

CODE = """
import importlib, json, logging
import keras
import numpy as np
logging.disable(logging.CRITICAL)

class Branch(keras.layers.Layer):
    def __init__(self, branch):
        super().__init__()
        self.branch = branch
    def call(self, x):
        return self.branch(x)

def plain(x):
    if keras.ops.sum(x) > 0:
        return x + 1
    return x - 1

def cond_of(name):
    def branch(x):
        cond = keras.ops.cond if name == "keras" else importlib.import_module(name).cond
        return cond(keras.ops.sum(x) > 0, lambda: x + 1, lambda: x - 1)
    return branch

def torch_cond(x):
    import torch
    return torch.cond(keras.ops.sum(x) > 0, lambda x: x + 1, lambda x: x - 1, (x,))

def works(branch):
    try:
        model = keras.Sequential([keras.layers.Dense(2), Branch(branch)])
        model.compile("sgd", "mse")
        model.fit(np.ones((4, 2), "float32"), np.ones((4, 2), "float32"), verbose=0)
    except Exception:
        return False
    return True

ways = {"plain-if": plain, "keras-cond": cond_of("keras"), "tf-cond": cond_of("tensorflow"), "torch-cond": torch_cond}
print(json.dumps({name: works(branch) for name, branch in ways.items()}))
"""


def on(backend):
    """Return what works on a backend."""
    env = os.environ | {"KERAS_BACKEND": backend}
    ran = subprocess.run(
        [sys.executable, "-c", CODE], env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True
    )
    return json.loads(ran.stdout.splitlines()[-1])


found = [on(backend) for backend in ("tensorflow", "jax", "torch")]
print(json.dumps({name: all(works[name] for works in found) for name in found[0]}))
