#: hide
import tensorflow as tf

#: show
@tf.function
def square(x):
    print("tracing with", x)
    return x * x

square(1)
square(2)
square(2)
square(tf.constant(1))
square(tf.constant(2))
