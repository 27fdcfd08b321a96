import tensorflow as tf

w = tf.Variable(2.0)
outside = w * w                        # no tape: not recorded
with tf.GradientTape(persistent=True) as tape:
    inside = w * w                     # recorded

print(tape.gradient(outside, w))
print(tape.gradient(inside, w).numpy())
