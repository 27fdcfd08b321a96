"""What becomes of an `if` on a tensor: eager, traced, and traced without AutoGraph."""

import json

import tensorflow as tf


def f(x):
    """Double what has a positive sum, and negate the rest."""
    if tf.reduce_sum(x) > 0:
        return x * 2
    return -x


def outcome(function):
    """Return whether each of two calls goes its own way, whether the first decides for both, or whether it fails."""
    try:
        up, down = float(function(tf.constant([3.0]))[0]), float(function(tf.constant([-3.0]))[0])
    except Exception:
        return "fails"
    return "own" if (up, down) == (6.0, 3.0) else "first"


eager, traced, off = outcome(f), outcome(tf.function(f)), outcome(tf.function(f, autograph=False))
print(
    json.dumps(
        {
            "eager/picks": eager == "own",
            "eager/fails": eager == "fails",
            "eager/pytorch": eager == "fails",
            "traced/frozen": traced == "first",
            "traced/operation": traced == "own",
            "traced/fails": traced == "fails",
            "off/same": off == "own",
            "off/eager": off == "own",
            "off/fails": off == "fails",
        }
    )
)
