"""Two layers with ReLU between them: the plot leaves the straight line through its ends; without ReLU it does not."""

import json

import numpy as np

x = np.linspace(-1.0, 1.0, 101)[:, None]
random = np.random.default_rng(0)
first, bias, second = random.normal(size=(1, 8)), random.normal(size=8), random.normal(size=(8, 1))


def is_straight(y):
    """Say whether all points lie on the line through the first and the last."""
    line = y[0] + (y[-1] - y[0]) * (x - x[0]) / (x[-1] - x[0])
    return bool(np.allclose(y, line))


plain = (x @ first + bias) @ second
bent = np.maximum(x @ first + bias, 0.0) @ second
print(json.dumps({"answer": not is_straight(bent), "wrong": {"false": is_straight(plain) and not is_straight(bent)}}))
