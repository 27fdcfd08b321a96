"""Why the program is slow: it is traced in every call, and tracing costs far more than the step."""

import json
import time

import tensorflow as tf


def step(x, rate):
    """Make x a little smaller."""
    return x - rate * x


def seconds(function, as_tensor, turns=100):
    """Return how long the loop takes."""
    x, began = tf.constant(1.0), time.perf_counter()
    for i in range(turns):
        rate = 1.0 / (i + 2)
        x = function(x, tf.constant(rate) if as_tensor else rate)
    return time.perf_counter() - began


seconds(step, as_tensor=False, turns=5)  # wake TensorFlow up
numbers, tensors = tf.function(step), tf.function(step)
eager, traced, fixed = seconds(step, False), seconds(numbers, False), seconds(tensors, True)
traces, traces_of_tensors = numbers.experimental_get_tracing_count(), tensors.experimental_get_tracing_count()
numbers(tf.constant(1.0), 1.0 / 2)  # a rate that was seen before
print(
    json.dumps(
        {
            "twice": numbers.experimental_get_tracing_count() > traces,
            "new-rate": traces == 100 and traced > 3 * fixed,
            "measured": traced < eager,
            "changing": traces_of_tensors > 1,
            "free": traces == 1,
        }
    )
)
