import os
os.environ["KERAS_BACKEND"] = "torch"
import keras
print(keras.config.backend())

os.environ["KERAS_BACKEND"] = "jax"     # too late
print(keras.config.backend())
