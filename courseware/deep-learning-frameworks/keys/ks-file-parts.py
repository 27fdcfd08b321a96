"""What a .keras file holds: its members, the state of the optimizer, and no data and no code of own layers."""

import json
import os
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

os.environ["KERAS_BACKEND"] = "jax"
import keras
import numpy as np


@keras.saving.register_keras_serializable()
class Doubled(keras.layers.Layer):
    """A layer of our own."""

    def call(self, x):
        """Return twice the input."""
        return 2 * x


x = np.random.default_rng(0).normal(size=(50_000, 2)).astype("float32")
model = keras.Sequential([keras.Input((2,)), Doubled(), keras.layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, x[:, :1], batch_size=5000, verbose=0)
with tempfile.TemporaryDirectory() as folder:
    path = Path(folder, "model.keras")
    model.save(path)
    names = zipfile.ZipFile(path).namelist()
    code = f"import keras; keras.models.load_model({str(path)!r})"
    stranger = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    size = path.stat().st_size
    again = keras.models.load_model(path)
print(
    json.dumps(
        {
            "config": "config.json" in names,
            "data": size > x.nbytes // 2,
            "weights": np.allclose(again.get_weights()[0], model.get_weights()[0]),
            "optimizer": int(again.optimizer.iterations) == int(model.optimizer.iterations) > 0,
            "source": stranger.returncode == 0,
        }
    )
)
