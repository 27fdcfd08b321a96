"""How often the word is printed."""

import contextlib
import io
import json

import tensorflow as tf


@tf.function
def double(x):
    print("hello")
    return x * 2


printed = io.StringIO()
with contextlib.redirect_stdout(printed):
    double(tf.constant(1.0))
    double(tf.constant(2.0))
    double(tf.constant(3.0))
count = printed.getvalue().split().count("hello")
print(json.dumps({"zero": count == 0, "one": count == 1, "three": count == 3}))
