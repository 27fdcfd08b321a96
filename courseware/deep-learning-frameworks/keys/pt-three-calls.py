"""What w.grad holds after three calls, and what other readings would give."""

import json

import torch


def held(calls, clear=False):
    """Return the gradient after so many calls of backward()."""
    w = torch.tensor(2.0, requires_grad=True)
    for _ in range(calls):
        if clear:
            w.grad = None
        loss = w * w
        loss.backward()
    return w.grad.item()


answer = held(3)
mistakes = {"4": held(3, clear=True), "6": 3 * 2.0, "8": held(2), "64": held(1) ** 3}
print(json.dumps({"answer": answer, "wrong": {text: float(text) == v != answer for text, v in mistakes.items()}}))
