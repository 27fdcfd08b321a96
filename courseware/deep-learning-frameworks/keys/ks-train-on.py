"""Which backends can train, one process for each. OpenVINO is left out: it needs a package of its own."""

import json
import os
import subprocess
import sys

CODE = """
import keras
import numpy as np
model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
model.compile("sgd", "mse")
before = model.get_weights()[0]
model.fit(np.ones((8, 2)), np.ones((8, 1)), verbose=0)
assert not np.array_equal(before, model.get_weights()[0])
"""


def trains(backend):
    """Say whether a model is trained on this backend."""
    environment = os.environ | {"KERAS_BACKEND": backend}
    ran = subprocess.run([sys.executable, "-c", CODE], env=environment, capture_output=True, check=False)
    return ran.returncode == 0


names = {"tensorflow": "tensorflow", "jax": "jax", "pytorch": "torch", "theano": "theano"}
print(json.dumps({name: trains(backend) for name, backend in names.items()}))
