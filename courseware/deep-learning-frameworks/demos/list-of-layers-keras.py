import keras
import numpy as np

class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.steps = [keras.layers.Dense(2)]
    def call(self, x):
        return self.steps[0](x)

net = Net()
net(np.zeros((1, 2), "float32"))
print("parameters:", net.count_params())
