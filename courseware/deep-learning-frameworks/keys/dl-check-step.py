"""Where the update moves a weight with a negative gradient, and whether the loss falls there."""

import json

import torch


def loss(w):
    """Return the squared error of one example."""
    return (w * 2 - 6) ** 2


w = torch.tensor(1.0, requires_grad=True)
loss(w).backward()
before, gradient = w.item(), w.grad.item()
torch.optim.SGD([w], lr=0.1).step()
moved = w.item() - before
falls = loss(w).item() < loss(torch.tensor(before)).item()
print(json.dumps({"down": moved < 0, "up": gradient < 0 < moved and falls, "later": moved == 0}))
