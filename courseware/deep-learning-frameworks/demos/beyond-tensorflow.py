import tensorflow as tf

# Two equations: 3a + b = 9 and a + 2b = 8
A = tf.constant([[3.0, 1.0], [1.0, 2.0]])
right = tf.constant([[9.0], [8.0]])
print("solved with numbers:", tf.linalg.solve(A, right).numpy().ravel().round(3))

x = tf.Variable(3.0)
with tf.GradientTape() as tape:
    y = x ** 2
slope = tape.gradient(y, x)          # not the formula 2x
print("the slope of x squared at 3:", slope.numpy())
