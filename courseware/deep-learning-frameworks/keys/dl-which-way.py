"""Which way a weight moves in one step, by its gradient or by the slope of the loss."""

import json

import torch


def column(loss):
    """Return where a weight of 1 goes in one step."""
    w = torch.tensor(1.0, requires_grad=True)
    loss(w).backward()
    torch.optim.SGD([w], lr=0.1).step()
    return "grows" if w > 1 else "shrinks" if w < 1 else "stays"


losses = {
    "plus": lambda w: 4 * w,
    "minus": lambda w: -0.5 * w,
    "zero": lambda w: 0 * w,
    "falling": lambda w: (w - 3) ** 2,
    "rising": lambda w: (w + 3) ** 2,
}
print(json.dumps({name: column(loss) for name, loss in losses.items()}))
