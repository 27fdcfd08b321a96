import keras
import numpy as np
from keras import ops

class WithIf(keras.layers.Layer):
    def call(self, x):
        if ops.sum(x) > 0:
            return x + 1
        return x - 1

class WithCond(keras.layers.Layer):
    def call(self, x):
        return ops.cond(ops.sum(x) > 0, lambda: x + 1, lambda: x - 1)

class Net(keras.Model):
    def __init__(self, layer):
        super().__init__()
        self.layer = layer
    def call(self, x):
        return self.layer(x)

def predict(model, eagerly=False):
    model.compile(run_eagerly=eagerly)
    try:
        return model.predict(x, verbose=0)
    except Exception:
        return "error"

x = -np.ones((1, 2), "float32")
print("if, called:", ops.convert_to_numpy(WithIf()(x)))
print("if, predict:", predict(Net(WithIf())))
print("if, predict eagerly:", predict(Net(WithIf()), eagerly=True))
print("if, predict eagerly in Sequential:", predict(keras.Sequential([WithIf()]), eagerly=True))
print("cond, predict:", predict(Net(WithCond())))
