"""Which calls trace a function again that has been called with tf.zeros(3)."""

import json

import tensorflow as tf

arguments = {
    "ones": tf.ones(3),
    "longer": tf.zeros(4),
    "whole": tf.zeros(3, dtype=tf.int32),
    "values": tf.constant([7.0, 8.0, 9.0]),
    "python": 3.0,
}


def traces_again(argument):
    """Say whether the second call of a new function is traced."""
    f = tf.function(lambda x: x * 2)
    f(tf.zeros(3))
    f(argument)
    return f.experimental_get_tracing_count() > 1


print(json.dumps({name: traces_again(argument) for name, argument in arguments.items()}))
