import numpy as np

rng = np.random.default_rng(0)
X = rng.normal(size=(512, 2))
y = X[:, 0] * X[:, 1] > 0            # class 1: both signs are the same
X_train, y_train, X_test, y_test = X[:400], y[:400], X[400:], y[400:]

# A straight line, fitted by least squares
with_one = np.c_[X, np.ones(512)]
line = np.linalg.lstsq(with_one[:400], 2.0 * y_train - 1, rcond=None)[0]
says_yes = with_one[400:] @ line > 0
print(f"straight line: {(says_yes == y_test).mean():.1%}")

# The class of the nearest training point
distances = ((X_test[:, None] - X_train) ** 2).sum(-1)
says_yes = y_train[distances.argmin(1)]
print(f"nearest neighbour: {(says_yes == y_test).mean():.1%}")

# Two layers of weights in a row, and their product
W1, W2 = rng.normal(size=(2, 32)), rng.normal(size=(32, 1))
print("two layers equal one:", np.allclose(X @ W1 @ W2, X @ (W1 @ W2)))
