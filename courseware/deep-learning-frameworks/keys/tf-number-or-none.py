"""Which of four gradients is a number: a constant, a watched constant, a variable, and one that is not trainable."""

import json

import tensorflow as tf

a = tf.constant(3.0)
b = tf.constant(3.0)
v = tf.Variable(3.0)
f = tf.Variable(3.0, trainable=False)
with tf.GradientTape() as tape:
    tape.watch(b)
    y = a * b * v * f
gradients = tape.gradient(y, [a, b, v, f])
names = ("constant", "watched", "variable", "untrained")
print(json.dumps({n: "none" if g is None else "number" for n, g in zip(names, gradients, strict=True)}))
