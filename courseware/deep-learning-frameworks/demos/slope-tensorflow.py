import tensorflow as tf

w = tf.Variable(4.0)
with tf.GradientTape() as tape:
    y = w * w
print(y.numpy())

print(tape.gradient(y, w).numpy())
