#: hide
import keras
import numpy as np

#: show
class Count(keras.layers.Layer):
    calls = 0
    def call(self, x):
        Count.calls += 1
        return x

model = keras.Sequential([keras.Input((2,)), Count(), keras.layers.Dense(1)])
model.compile("sgd", "mse")
Count.calls = 0
x = np.zeros((80, 2))
model.fit(x, x[:, :1], batch_size=8, epochs=5, verbose=0)   # 50 steps
print(Count.calls < 10)
