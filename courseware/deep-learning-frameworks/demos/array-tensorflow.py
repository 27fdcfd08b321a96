import numpy as np
import tensorflow as tf

array = np.zeros(3, "float32")
t = tf.constant(array)
array[0] = 9
print(t.numpy())
