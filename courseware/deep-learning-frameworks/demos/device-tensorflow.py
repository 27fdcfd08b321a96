import tensorflow as tf

with tf.device("/CPU:0"):
    x = tf.ones((2, 3))
print(x.device[-5:])
