import keras
import numpy as np
from keras import layers, ops

W = np.arange(8, dtype="float32").reshape(4, 2) / 10
b = np.array([0.5, -9.0], "float32")
x = np.ones((1, 4), "float32")

# 1. Sequential
sequential = keras.Sequential([keras.Input((4,)), layers.Dense(2, activation="relu")])
sequential.set_weights([W, b])

# 2. Functional
inputs = keras.Input((4,))
functional = keras.Model(inputs, layers.Dense(2, activation="relu")(inputs))
functional.set_weights([W, b])

# 3. Subclass
class MyDense(layers.Layer):
    def build(self, input_shape):
        self.w = self.add_weight(shape=(input_shape[-1], 2))
        self.b = self.add_weight(shape=(2,))
    def call(self, x):
        return ops.relu(ops.matmul(x, self.w) + self.b)

own = MyDense()
own.build((None, 4))
own.set_weights([W, b])

# 4. keras.ops
for y in (sequential(x), functional(x), own(x), ops.relu(ops.matmul(x, W) + b)):
    print(ops.convert_to_numpy(y).round(4))
