#: hide
import tensorflow as tf

#: show
calls = []

@tf.function
def f(x):
    calls.append(1)
    return x + 1

for i in range(4):
    f(tf.constant(float(i)))
print(len(calls))
