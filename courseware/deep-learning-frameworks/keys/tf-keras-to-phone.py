"""A trained Keras model, converted as it is, gives the same numbers in the runtime for devices."""

import json
import os
import tempfile
from pathlib import Path

os.environ["KERAS_BACKEND"] = "tensorflow"
import keras
import numpy as np
import tensorflow as tf

x = np.ones((8, 2), "float32")
model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(x, x[:, :1], verbose=0)
with tempfile.TemporaryDirectory() as folder:
    path = Path(folder, "model.tflite")
    model.export(path, format="litert", verbose=False)
    runtime = tf.lite.Interpreter(str(path))
    runtime.allocate_tensors()
    runtime.set_tensor(runtime.get_input_details()[0]["index"], x[:1])
    runtime.invoke()
    result = runtime.get_tensor(runtime.get_output_details()[0]["index"])
is_same = np.allclose(result, model(x[:1]), atol=1e-5)
print(json.dumps({"convert": is_same, "rewrite": not is_same, "retrain": not is_same}))
