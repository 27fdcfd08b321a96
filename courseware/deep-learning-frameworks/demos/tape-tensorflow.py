import tensorflow as tf

w = tf.Variable(3.0)
with tf.GradientTape() as tape:
    y = w * w
print("first question:", tape.gradient(y, w).numpy())
try:
    tape.gradient(y, w)
except RuntimeError:
    print("second question: error")

with tf.GradientTape(persistent=True) as tape:
    y = w * w
print("persistent:", tape.gradient(y, w).numpy(), tape.gradient(y, w).numpy())

x = tf.constant(3.0)
with tf.GradientTape() as tape:
    tape.watch(x)
    y = x * x
print("a watched constant:", tape.gradient(y, x).numpy())
print("can compute activations again:", callable(tf.recompute_grad))
