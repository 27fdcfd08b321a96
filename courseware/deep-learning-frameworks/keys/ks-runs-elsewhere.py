"""On what the script trains as it stands, and with line 5 moved above the import."""

import json
import os
import subprocess
import sys
import tempfile

LINES = """import os
import numpy as np
import keras

os.environ["KERAS_BACKEND"] = "torch"
model = keras.Sequential([keras.layers.Dense(1)])
model.compile(optimizer="sgd", loss="mse")
model.fit(np.ones((8, 2)), np.ones((8, 1)), verbose=0)
print(type(model(np.ones((1, 2)))).__module__.split(".")[0])
""".splitlines()


def engine(lines):
    """Return whose tensors the model gives, with settings that nobody has changed."""
    with tempfile.TemporaryDirectory() as fresh:
        environment = {name: value for name, value in os.environ.items() if name != "KERAS_BACKEND"}
        ran = subprocess.run(
            [sys.executable, "-c", "\n".join(lines)],
            env=environment | {"KERAS_HOME": fresh},
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
    return ran.stdout.split()[-1]


in_time = [LINES[0], LINES[4], *LINES[1:4], *LINES[5:]]
repaired = engine(in_time) == "torch"  # all other lines stand in their order
answer = 5 if repaired and engine(LINES) == "tensorflow" else None
print(json.dumps({"answer": answer, "wrong": {str(n): repaired for n in (1, 3, 6, 7, 8)}}))
