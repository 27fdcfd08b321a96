#: hide
import tensorflow as tf

#: show
x = tf.constant(3.0)
w = tf.Variable(2.0)
with tf.GradientTape() as tape:
    y = w * x
dw, dx = tape.gradient(y, [w, x])
print(dw.numpy(), dx)
