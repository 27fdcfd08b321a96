"""Which of the three old backends Keras still starts with: one process for each."""

import json
import os
import subprocess
import sys

os.environ["KERAS_BACKEND"] = "jax"
import keras

NAMES = ("tensorflow", "theano", "cntk")


def starts(backend):
    """Say whether Keras can be imported and adds two numbers with a backend."""
    code = "import keras; assert float(keras.ops.add(1.0, 2.0)) == 3.0; print(keras.config.backend())"
    env = os.environ | {"KERAS_BACKEND": backend}
    ran = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=False)
    return ran.returncode == 0 and ran.stdout.split()[-1] == backend


found = {name for name in NAMES if starts(name)}
print("Keras", keras.__version__, file=sys.stderr)
print(
    json.dumps(
        {
            "all": found == {*NAMES},
            "first": found == {"tensorflow"},
            "two": found == {"tensorflow", "theano"},
            "none": not found,
        }
    )
)
