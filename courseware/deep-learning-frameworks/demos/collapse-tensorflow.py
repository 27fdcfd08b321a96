import tensorflow as tf

x = tf.constant([[2.0], [-2.0]])
W1 = tf.constant([[1.0, -1.0]])
W2 = tf.constant([[1.0], [0.5]])

print((x @ W1 @ W2).numpy().tolist())
print((tf.nn.relu(x @ W1) @ W2).numpy().tolist())
