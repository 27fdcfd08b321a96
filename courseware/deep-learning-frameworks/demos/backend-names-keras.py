import os

try:
    import keras
except (ValueError, ImportError):
    print(os.environ["KERAS_BACKEND"] + ": refused")
else:
    result = keras.ops.sum(keras.ops.arange(4))
    print(keras.config.backend() + ": the sum of 0 to 3 is", int(result))
