"""Nearest neighbours finds a border that is a circle."""

import json

import torch

torch.manual_seed(0)
X, T = torch.rand(2, 500, 2) * 2 - 1
y, t = X.norm(dim=1) < 0.8, T.norm(dim=1) < 0.8
nearest = y[torch.cdist(T, X).argmin(1)]
print(json.dumps({"answer": (nearest == t).float().mean().item() > 0.9}))
