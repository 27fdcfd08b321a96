"""What each line gives: whether it shares the memory of the array, and how it can be changed."""

import json

import numpy as np
import tensorflow as tf
import torch


def shares(make):
    """Say whether a change in the array shows up."""
    a = np.zeros(3, "float32")
    t = make(a)
    a[0] = 9
    return bool(np.asarray(t)[0] == 9)


def is_settable(make):
    """Say whether an element can be set."""
    t = make(np.zeros(3, "float32"))
    try:
        t[0] = 5.0
    except TypeError:
        return False
    return float(t[0]) == 5.0


variable = tf.Variable(np.zeros(3, "float32"))
variable.assign([5.0, 0.0, 0.0])
print(
    json.dumps(
        {
            "share": shares(torch.from_numpy) and is_settable(torch.from_numpy),
            "copy": not shares(torch.tensor) and is_settable(torch.tensor),
            "constant": not shares(tf.constant)
            and not is_settable(tf.constant)
            and not hasattr(tf.constant(1.0), "assign"),
            "variable": not shares(tf.Variable) and float(variable[0]) == 5.0,
        }
    )
)
