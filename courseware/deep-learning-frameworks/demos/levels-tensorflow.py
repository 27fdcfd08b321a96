import numpy as np
import tensorflow as tf

W = np.arange(8, dtype="float32").reshape(4, 2) / 10
b = np.array([0.5, -9.0], "float32")
x = np.ones((1, 4), "float32")

# 1. Keras
model = tf.keras.Sequential([
    tf.keras.Input((4,)), tf.keras.layers.Dense(2, activation="relu")])
model.set_weights([W, b])

# 2. A module with variables
class MyDense(tf.Module):
    def __init__(self):
        self.w, self.b = tf.Variable(W), tf.Variable(b)
    def __call__(self, x):
        return tf.nn.relu(x @ self.w + self.b)

# 3. Operations
by_operations = tf.nn.relu(tf.matmul(x, W) + b)

# 4. Raw operations
product = tf.raw_ops.MatMul(a=x, b=W)
by_raw = tf.raw_ops.Relu(features=tf.raw_ops.BiasAdd(value=product, bias=b))

for y in (model(x), MyDense()(x), by_operations, by_raw):
    print(y.numpy().round(4))
