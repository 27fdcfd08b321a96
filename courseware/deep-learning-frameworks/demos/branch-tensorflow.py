import tensorflow as tf

def branch(x):
    if tf.reduce_sum(x) > 0:
        return x + 1
    return x - 1

x = -tf.ones(2)
print("eager:", branch(x).numpy())
print("tf.function:", tf.function(branch)(x).numpy())
try:
    tf.function(branch, autograph=False)(x)
except Exception:
    print("without AutoGraph: error")
