"""How long the list is after three calls of each form."""

import json

import tensorflow as tf
import torch


def length(decorate, tensor):
    """Return how often the list has grown."""
    calls = []

    def f(x):
        calls.append("call")
        return x + 1

    g = decorate(f)
    for i in range(3):
        g(tensor(float(i)))
    return len(calls)


plain = {length(lambda f: f, tf.constant), length(lambda f: f, torch.tensor)}
traced = length(tf.function, tf.constant)
compiled = length(lambda f: torch.compile(f, backend="eager"), torch.tensor)
print(
    json.dumps(
        {
            "plain/one": plain == {1},
            "plain/three": plain == {3},
            "traced/one": traced == 1,
            "traced/three": traced == 3,
            "traced/none": traced == 0,
            "compiled/none": compiled == 0,
            "compiled/one": compiled == 1,
            "compiled/three": compiled == 3,
        }
    )
)
