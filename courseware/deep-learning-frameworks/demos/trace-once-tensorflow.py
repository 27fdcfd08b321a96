#: hide
import tensorflow as tf

#: show
@tf.function
def square(x):
    print("Python runs")
    return x * x

print(square(tf.constant(2.0)).numpy())
print(square(tf.constant(3.0)).numpy())
