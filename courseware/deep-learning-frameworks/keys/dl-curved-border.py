"""Which methods separate two classes that no straight line separates: the sign of a product of coordinates."""

import json

import torch

torch.manual_seed(0)
X, T = torch.randn(2, 400, 2, dtype=torch.double)
y, t = X.prod(1) > 0, T.prod(1) > 0


def share(says):
    """Return the share of test points whose class is right."""
    return (says == t).double().mean().item()


def with_one(points):
    """Return points with a 1 appended, for the bias."""
    return torch.cat([points, torch.ones(len(points), 1, dtype=torch.double)], 1)


best_line = torch.linalg.lstsq(with_one(X), y.double()[:, None] * 2 - 1).solution
tree = torch.where(T[:, 0] > 0, T[:, 1] > 0, T[:, 1] <= 0)  # one question about x, then one about y
nearest = y[torch.cdist(T, X).argmin(1)]
in_between = torch.relu(T @ torch.tensor([[1.0, -1, 1, -1], [1, -1, -1, 1]]).double())
two_layers = in_between @ torch.tensor([1.0, 1, -1, -1]).double() > 0
ten = torch.nn.Sequential(*[torch.nn.Linear(2, 2) for _ in range(10)]).double()
is_straight = torch.allclose(ten((X + T) / 2), (ten(X) + ten(T)) / 2)
right = {
    "tree": share(tree) > 0.9,
    "regression": share((with_one(T) @ best_line)[:, 0] > 0) > 0.9,
    "deep-plain": not is_straight,
    "neighbour": share(nearest) > 0.9,
    "shallow-relu": share(two_layers) > 0.9,
}
print(json.dumps(right))
