"""What the program prints when a Python number changes after the first call."""

import json

import tensorflow as tf

rate = 2


@tf.function
def scale(x):
    """Multiply by the rate."""
    return x * rate


first = int(scale(tf.constant(5)))
rate = 10
second = int(scale(tf.constant(5)))
printed = f"{first} {second}"
texts = {"reread": "10 50", "latest": "50 50", "fixed": "10 10"}
print(json.dumps({name: text == printed for name, text in texts.items()}))
