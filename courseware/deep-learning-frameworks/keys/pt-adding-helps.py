"""What adding up is good for: the gradient of a whole batch from its parts; nothing else here profits."""

import json

import torch


def gradient(parts):
    """Return the gradient of a batch that is taken in so many parts."""
    w = torch.tensor(1.0, requires_grad=True)
    batch = torch.tensor([1.0, 2.0, 3.0, 4.0])
    for part in batch.chunk(parts):
        ((w * part).mean() / parts).backward()
    return w.grad.item()


def reached(clear):
    """Return how far from the best weight an ordinary loop ends."""
    w = torch.tensor(0.0, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.3)
    for _ in range(20):
        if clear:
            optimizer.zero_grad()
        ((w - 2) ** 2).backward()
        optimizer.step()
    return abs(w.item() - 2)


with torch.no_grad():
    needs_gradient = torch.nn.Linear(2, 1)(torch.ones(1, 2)).requires_grad
net = torch.nn.Sequential(torch.nn.Linear(2, 2), torch.nn.Linear(2, 1))
net(torch.ones(1, 2)).sum().backward()
print(
    json.dumps(
        {
            "accuracy": needs_gradient,
            "parts": gradient(2) == gradient(1) == 2.5,
            "forget": reached(clear=False) <= reached(clear=True),
            "layers": any(parameter.grad is None for parameter in net.parameters()),
        }
    )
)
