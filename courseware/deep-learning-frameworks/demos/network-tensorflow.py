import tensorflow as tf

class Network(tf.Module):
    def __init__(self):
        super().__init__()
        self.hidden = tf.Variable(tf.random.normal((4, 3)))
        self.shift = tf.Variable(tf.zeros(3))
        self.last = tf.Variable(tf.random.normal((3, 1)))
        self.last_shift = tf.Variable(tf.zeros(1))

    def __call__(self, x):
        x = tf.nn.relu(x @ self.hidden + self.shift)
        return x @ self.last + self.last_shift

network = Network()
result = network(tf.ones((2, 4)))
print("result:", tuple(result.shape))
print("parameters:", sum(w.numpy().size for w in network.trainable_variables))
