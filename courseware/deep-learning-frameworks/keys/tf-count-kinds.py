"""How often a function is traced over eight calls, and what other readings would count."""

import json

import tensorflow as tf

tensors = [tf.zeros(2), tf.ones(2), tf.zeros(3), tf.zeros((2, 1)), tf.zeros(2, dtype=tf.int32)]


def traces(arguments):
    """Return how often a new function is traced."""
    f = tf.function(lambda x: x * 2)
    for argument in arguments:
        f(argument)
    return f.experimental_get_tracing_count()


answer = traces([*tensors, 7, 7, 8])
mistakes = {"8": len([*tensors, 7, 7, 8]), "5": traces([*tensors, 7]), "7": answer + 1, "4": traces(tensors)}
print(json.dumps({"answer": answer, "wrong": {near: int(near) == value != answer for near, value in mistakes.items()}}))
