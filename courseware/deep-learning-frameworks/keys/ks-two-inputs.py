"""Two inputs that meet: the Functional level can do it, a Sequential model has one chain."""

import json
import os

os.environ["KERAS_BACKEND"] = "jax"
import keras
import numpy as np
from keras import layers

photo, row = keras.Input((8, 8, 3)), keras.Input((5,))
joined = layers.Concatenate()([layers.Flatten()(photo), layers.Dense(4)(row)])
model = keras.Model([photo, row], layers.Dense(1)(joined))
gives_one = model([np.zeros((2, 8, 8, 3)), np.zeros((2, 5))]).shape == (2, 1)
try:
    keras.Sequential([photo, row, layers.Dense(1)])
    takes_two = True
except Exception:
    takes_two = False
# Where the Functional level does it, no lower one is the highest.
lower = not gives_one
print(json.dumps({"functional": gives_one, "sequential": takes_two, "subclass": lower, "ops": lower}))
