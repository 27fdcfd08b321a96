"""What a tape says of a constant, and that it would be 6 if the tape watched it."""

import json

import tensorflow as tf


def gradient(is_watched):
    """Return the gradient of the square of a constant."""
    x = tf.constant(3.0)
    with tf.GradientTape() as tape:
        if is_watched:
            tape.watch(x)
        y = x * x
    return tape.gradient(y, x)


found = gradient(is_watched=False)
as_said = found is None and float(gradient(is_watched=True)) == 6.0
print(json.dumps({"none": as_said, "six": found is not None and float(found) == 6, "zero": found is not None}))
