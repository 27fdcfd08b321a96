"""When the backend is settled: the name is changed before the import, before compile and before a call."""

import json
import os

os.environ["KERAS_BACKEND"] = "jax"
import keras
import numpy as np

at_import = keras.config.backend() == "jax"
os.environ["KERAS_BACKEND"] = "torch"
model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
model.compile("sgd", "mse")
at_compile = keras.config.backend() != "jax"
at_call = not type(model(np.ones((1, 2), "float32"))).__module__.startswith("jax")
settled = at_import and not at_compile and not at_call
print(json.dumps({"import": settled, "compile": at_compile, "each-call": at_call}))
