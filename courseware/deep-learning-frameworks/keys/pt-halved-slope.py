"""What x.grad[0] holds after a loop that the data ends, and what other counts of the loop would give."""

import json

import torch

x = torch.tensor([3.0, 5.0], requires_grad=True)
y, turns = x, 0
while y.sum() >= 1:
    y, turns = y / 2, turns + 1
y.sum().backward()
answer = x.grad[0].item()


def slope(times):
    """Return the gradient after so many divisions."""
    z = torch.tensor([3.0, 5.0], requires_grad=True)
    out = z
    for _ in range(times):
        out = out / 2
    out.sum().backward()
    return z.grad[0].item()


mistakes = {
    "0.125": slope(turns - 1),
    "0.03125": slope(turns + 1),
    "0.5": slope(1),
    "2": turns * slope(1),
    "0.1875": y[0].item(),
}
print(json.dumps({"answer": answer, "wrong": {text: float(text) == v != answer for text, v in mistakes.items()}}))
