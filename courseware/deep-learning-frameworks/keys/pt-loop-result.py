"""What the program prints, and what other readings of the loop would print."""

import json

import torch


def scale(x, times):
    """Double as often as is asked."""
    for _ in range(times):
        x = x * 2
    return x


def slope(times):
    """Return the gradient as a tensor."""
    w = torch.tensor(1.0, requires_grad=True)
    scale(w, times).backward()
    return w.grad


printed = str(slope(3).item())
mistakes = {"2.0": slope(1).item(), "6.0": 3 * slope(1).item(), "tensor(8.)": slope(3)}
wrong = {text: str(value) == text != printed for text, value in mistakes.items()}
print(json.dumps({"answer": printed, "wrong": wrong}))
