import keras
import numpy as np

class Doubled(keras.layers.Layer):
    def build(self, input_shape):
        self.w = self.add_weight(shape=(input_shape[-1],), initializer="ones")
    def call(self, x):
        return 2 * x * self.w

model = keras.Sequential([keras.Input((3,)), Doubled()])
model.compile("sgd", "mse")
x = np.ones((4, 3), "float32")
model.fit(x, 2 * x, verbose=0)
print("own layer, trained by fit:", model.predict(x[:1], verbose=0).tolist())
