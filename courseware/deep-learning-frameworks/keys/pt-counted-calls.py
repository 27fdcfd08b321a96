"""How often the list grows, and how often it would under tf.function."""

import json

import tensorflow as tf
import torch


def grows(decorate, tensor):
    """Return the list after three calls."""
    calls = []

    def f(x):
        calls.append("call")
        return x + 1

    g = decorate(f)
    for i in range(3):
        g(tensor(float(i)))
    return calls


found = grows(lambda f: torch.compile(f, backend="eager"), torch.tensor)
printed = str(len(found))
traced = str(len(grows(tf.function, tf.constant)))
wrong = {
    "1": traced == "1" != printed,
    "0": printed != "0",
    "4": printed != "4",
    "['call', 'call', 'call']": str(found) == "['call', 'call', 'call']" != printed,
}
print(json.dumps({"answer": printed, "wrong": wrong}))
