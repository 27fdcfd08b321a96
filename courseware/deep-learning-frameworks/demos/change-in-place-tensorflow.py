import tensorflow as tf

t = tf.constant([1.0, 2.0])
try:
    t[0] = 5.0
except TypeError:
    print("a tensor cannot be changed")

v = tf.Variable([1.0, 2.0])
v[0].assign(5.0)
print(v.numpy())
