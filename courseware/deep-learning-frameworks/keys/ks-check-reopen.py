"""What a program needs to use a saved model: another process loads the file, with nothing but Keras and the input."""

import json
import os
import subprocess
import sys
import tempfile

os.environ["KERAS_BACKEND"] = "jax"
import keras
import numpy as np

CODE = """
import keras, numpy as np, sys
model = keras.models.load_model(sys.argv[1])
print(model.predict(np.ones((1, 4)), verbose=0).tolist())
"""

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3, activation="relu"), keras.layers.Dense(1)])
model.compile("adam", "mse")
model.fit(np.ones((8, 4)), np.ones((8, 1)), verbose=0)
with tempfile.TemporaryDirectory() as folder:
    file = f"{folder}/model.keras"
    model.save(file)
    ran = subprocess.run([sys.executable, "-c", CODE, file], stdout=subprocess.PIPE, text=True, check=True)
there = json.loads(ran.stdout.splitlines()[-1])
is_enough = bool(np.allclose(there, model.predict(np.ones((1, 4)), verbose=0)))
print(json.dumps({"code": not is_enough, "file": is_enough, "data": not is_enough}))
