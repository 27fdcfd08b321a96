"""The order of five steps: it works as it stands, and no two neighbours can be swapped. One process for each order."""

import json
import os
import subprocess
import sys

os.environ["KERAS_BACKEND"] = "jax"
import keras

LINES = {
    "name": "import os; os.environ['KERAS_BACKEND'] = 'jax'",
    "import": "import keras, numpy as np",
    "build": "model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])",
    "compile": "model.compile('sgd', 'mse')",
    "fit": "model.fit(np.ones((4, 1)), np.ones((4, 1)), verbose=0)",
}


def works(order):
    """Say whether a script with its lines in this order trains on JAX."""
    code = "\n".join([LINES[step] for step in order] + ["print(keras.config.backend())"])
    env = {name: value for name, value in os.environ.items() if name != "KERAS_BACKEND"}
    ran = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=False)
    return ran.returncode == 0 and ran.stdout.split()[-1] == "jax"


print("Keras", keras.__version__, file=sys.stderr)
order = [*LINES]
swaps = [[*order[:n], order[n + 1], order[n], *order[n + 2 :]] for n in range(len(order) - 1)]
print(json.dumps({"answer": order if works(order) and not any(map(works, swaps)) else None}))
