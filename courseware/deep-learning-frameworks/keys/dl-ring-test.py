"""A linear model and a kernel method, without any layers, on points inside and outside a circle."""

import json

import numpy as np

rng = np.random.default_rng(0)


def draw():
    """Return 400 points with their classes, 1 inside the circle and -1 outside."""
    points = rng.uniform(-1, 1, (400, 2))
    return points, np.where((points**2).sum(1) < 0.64, 1.0, -1.0)


def kernel(a, b):
    """Return how close each point of one set is to each of another."""
    return np.exp(-4 * ((a[:, None] - b[None]) ** 2).sum(2))


def with_one(points):
    """Return points with a 1 appended, for the bias."""
    return np.c_[points, np.ones(len(points))]


(X, y), (T, t) = draw(), draw()
line = np.linalg.lstsq(with_one(X), y, rcond=None)[0]
linear = (np.sign(with_one(T) @ line) == t).mean()
weights = np.linalg.solve(kernel(X, X) + 0.01 * np.eye(len(X)), y)
by_kernel = (np.sign(kernel(T, X) @ weights) == t).mean()
stacked = with_one(T) @ np.c_[line, line] @ [0.5, 0.5]  # one more linear layer
longest = max(
    (np.sign(T @ [np.cos(angle), np.sin(angle)] - shift) == t).mean()
    for angle in np.arange(0, 2 * np.pi, 0.1)
    for shift in np.arange(-1.5, 1.5, 0.1)
)  # no straight line does better, however long one looks for it
as_said = round(linear, 3) == 0.485 and round(by_kernel, 3) == 0.975
print(
    json.dumps(
        {
            "nonlinear": bool(as_said),
            "only-deep": bool(by_kernel < 0.9),
            "stack": bool((np.sign(stacked) == t).mean() > 0.9),
            "longer": bool(longest > 0.9),
        }
    )
)
