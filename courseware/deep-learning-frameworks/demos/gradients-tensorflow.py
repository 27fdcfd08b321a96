import tensorflow as tf

w = tf.Variable(1.0)

for _ in range(3):
    with tf.GradientTape() as tape:
        y = 3 * w              # the gradient of 3 * w is 3
    print(tape.gradient(y, w).numpy())
