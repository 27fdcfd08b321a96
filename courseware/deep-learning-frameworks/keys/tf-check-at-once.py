"""Whether the sum is there when Python reaches the next line."""

import json

import tensorflow as tf

y = tf.constant(2.0) + 3.0
is_there = tf.executing_eagerly() and not tf.is_symbolic_tensor(y) and float(y) == 5.0
print(json.dumps({"answer": is_there, "wrong": {"false": is_there}}))
