"""How far a program gets with each value of KERAS_BACKEND, one process for each."""

import json
import os
import subprocess
import sys

CODE = """
import keras
import numpy as np
model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
model.compile("sgd", "mse")
model.predict(np.ones((8, 2)), verbose=0)
print("runs", flush=True)
model.fit(np.ones((8, 2)), np.ones((8, 1)), verbose=0)
print("trains", flush=True)
"""


def fate(backend):
    """Return how far it gets."""
    environment = os.environ | {"KERAS_BACKEND": backend}
    ran = subprocess.run([sys.executable, "-c", CODE], env=environment, capture_output=True, text=True, check=False)
    return ran.stdout.split()[-1] if ran.stdout else "fails"


print(json.dumps({name: fate(name) for name in ("torch", "pytorch", "numpy", "theano", "jax")}))
