import keras
import numpy as np

class Count(keras.layers.Layer):
    calls = 0
    def call(self, x):
        Count.calls += 1
        return x

x = np.zeros((80, 2), "float32")
for eagerly in (False, True):
    model = keras.Sequential([keras.Input((2,)), Count(), keras.layers.Dense(1)])
    model.compile("sgd", "mse", run_eagerly=eagerly)
    Count.calls = 0
    model.fit(x, x[:, :1], batch_size=8, epochs=5, verbose=0)   # 50 steps
    often = "at every step" if Count.calls >= 50 else "fewer than 10 times"
    print("run_eagerly" if eagerly else "by default", "the Python code ran", often)
