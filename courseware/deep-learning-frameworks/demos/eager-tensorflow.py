import tensorflow as tf

print("eager:", tf.executing_eagerly())
print("tf.Session:", hasattr(tf, "Session"))
print("tf.compat.v1.Session:", hasattr(tf.compat.v1, "Session"))
print("tf.estimator:", hasattr(tf, "estimator"))

seen = []

@tf.function
def f(x):
    seen.append(x)
    return x

f(tf.constant(1))
print("while it is traced, a tensor is:", type(seen[0]).__name__)
