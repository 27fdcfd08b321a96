import tensorflow as tf

def steps(x):
    n = 0
    while tf.reduce_sum(x) >= 1:
        x = x / 2
        n += 1
    return n

print(steps(tf.constant([3.0, 5.0])), steps(tf.constant([0.1, 0.2])))
