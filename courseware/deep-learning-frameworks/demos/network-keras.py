import keras
from keras import layers, ops

class Network(keras.Model):
    def __init__(self):
        super().__init__()
        self.hidden = layers.Dense(3)
        self.last = layers.Dense(1)

    def call(self, x):
        return self.last(ops.relu(self.hidden(x)))

network = Network()
result = network(ops.ones((2, 4)))
print("result:", tuple(result.shape))
print("parameters:", sum(w.numpy().size for w in network.weights))
