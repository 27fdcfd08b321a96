import numpy as np
import tensorflow as tf

print("from NumPy:", tf.constant(np.zeros(1)).dtype.name)
print("from Python:", tf.constant(1.0).dtype.name)
try:
    tf.constant(1) + tf.constant(1.0)
except (tf.errors.InvalidArgumentError, TypeError):
    print("int32 + float32: error")
