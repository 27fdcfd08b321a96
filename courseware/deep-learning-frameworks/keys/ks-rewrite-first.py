"""A trained Keras model leaves Keras as a SavedModel; the arithmetic is TensorFlow's, as Keras holds no engine."""

import json
import os
import tempfile
from pathlib import Path

os.environ["KERAS_BACKEND"] = "tensorflow"
import keras
import numpy as np
import tensorflow as tf

model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
model.compile("sgd", "mse")
x = np.ones((8, 2), "float32")
model.fit(x, x[:, :1], verbose=0)
with tempfile.TemporaryDirectory() as folder:
    model.export(folder, verbose=False)
    again = tf.saved_model.load(folder)
    is_same = np.allclose(again.serve(x), model(x))
compiled = list(Path(keras.__file__).parent.rglob("*.so*"))
in_backend = isinstance(keras.ops.matmul(x, x.T), tf.Tensor)
print(json.dumps({"export": is_same, "slow": not in_backend, "stuck": not is_same, "engine": bool(compiled)}))
