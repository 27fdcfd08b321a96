import numpy as np
import keras
from keras import ops

class WithIf(keras.layers.Layer):
    def call(self, x):
        if ops.sum(x) > 0:
            return x + 1
        return x - 1

class WithCond(keras.layers.Layer):
    def call(self, x):
        return ops.cond(ops.sum(x) > 0, lambda: x + 1, lambda: x - 1)

x = -np.ones((1, 2), "float32")
print("called:", ops.convert_to_numpy(WithIf()(x)))
for layer in (WithIf(), WithCond()):
    model = keras.Sequential([layer])
    try:
        print("predict:", model.predict(x, verbose=0))
    except Exception:
        print("predict: error")       # backend: TensorFlow
