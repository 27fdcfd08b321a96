"""What a tape returns for a constant that it does not watch."""

import json

import tensorflow as tf

x = tf.constant(3.0)
with tf.GradientTape() as tape:
    y = x * x
result = tape.gradient(y, x)
number = None if result is None else float(result)
print(json.dumps({"none": result is None, "zero": number == 0.0, "six": number == 6.0, "nine": number == 9.0}))
