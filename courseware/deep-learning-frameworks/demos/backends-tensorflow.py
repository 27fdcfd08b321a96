import keras
import tensorflow as tf

print("tf.keras is Keras:", tf.keras.layers.Dense is keras.layers.Dense)
print("the same version:", tf.keras.__version__ == keras.__version__)
print("Keras runs on:", keras.config.backend())

def f(x):
    return tf.reduce_sum(x * x)

x = tf.constant([1.0, 2.0, 3.0])
print("without Keras, eager:", float(f(x)))
print("without Keras, graph:", float(tf.function(f)(x)))
print("without Keras, XLA:", float(tf.function(f, jit_compile=True)(x)))
