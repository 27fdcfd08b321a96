"""The first call of a traced function takes far longer than later ones; tracing anew each time loses to eager code."""

import json
import time

import tensorflow as tf


def step(x, n):
    """Do a small calculation."""
    return tf.reduce_sum(x * n)


def seconds(function, numbers):
    """Return how long calls take in all."""
    began = time.perf_counter()
    for n in numbers:
        function(x, n)
    return time.perf_counter() - began


def many(x, n):
    """Do many small calculations."""
    for _ in range(300):
        x = x * n
    return x


x, traced = tf.ones(8), tf.function(step)
step(x, 1.0)  # wake TensorFlow up
first = seconds(traced, [1.0])
later = seconds(traced, [1.0] * 100) / 100
anew = seconds(traced, [float(n) for n in range(2, 52)])
eager = seconds(step, [float(n) for n in range(2, 52)])
traced_many, ones = tf.function(many), [tf.constant(1.0)] * 20
traced_many(x, ones[0])
same = seconds(traced_many, ones) > seconds(many, ones)
print(json.dumps({"no-change": same, "later-calls": first > 3 * later, "every-call": first < later or anew < eager}))
