import sys

import keras

others = {"tensorflow", "jax", "torch"} - {keras.config.backend()}
print("backend:", keras.config.backend())
print("TensorFlow was imported:", "tensorflow" in sys.modules)
