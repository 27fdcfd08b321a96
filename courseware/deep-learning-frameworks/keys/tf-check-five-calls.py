"""How often a function is traced over five calls, and what other readings would count."""

import json

import tensorflow as tf

numbers, tensors = [7, 8, 8], [tf.constant(7), tf.constant(9)]


def traces(arguments):
    """Return how often a new function is traced."""
    f = tf.function(lambda x: x * 2)
    for argument in arguments:
        f(argument)
    return f.experimental_get_tracing_count()


answer = traces([*numbers, *tensors])
by_value = len({("number", n) for n in numbers} | {("tensor", int(t)) for t in tensors})
mistakes = {"5": len([*numbers, *tensors]), "4": by_value, "2": traces([numbers[0], tensors[0]])}
print(json.dumps({"answer": answer, "wrong": {near: int(near) == value != answer for near, value in mistakes.items()}}))
