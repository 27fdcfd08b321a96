"""What the program prints, and what other readings of the calls would print."""

import json

import tensorflow as tf

calls = [2, 4, 4, 6, 2]


def traces(arguments, decorate=tf.function):
    """Return how often the Python body runs."""
    log = []

    def double(n):
        log.append(n)
        return n * 2

    function = decorate(double)
    for n in arguments:
        function(n)
    return log


printed = str(len(traces(calls)))
mistakes = {
    "5": len(traces(calls, decorate=lambda f: f)),
    "4": sum(before != now for before, now in zip([None, *calls], calls, strict=False)),
    "1": len(traces([tf.constant(n) for n in calls])),
    "[2, 4, 6]": traces(calls),
}
wrong = {text: str(value) == text != printed for text, value in mistakes.items()}
print(json.dumps({"answer": printed, "wrong": wrong}))
