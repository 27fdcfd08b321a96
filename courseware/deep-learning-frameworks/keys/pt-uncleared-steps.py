"""What the weight is after three steps without clearing, and with other mistakes."""

import json

import torch


def weight(clear=False, rate=0.1, maximize=False):
    """Return the weight after three steps."""
    w = torch.tensor(1.0, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=rate, maximize=maximize)
    for _ in range(3):
        if clear:
            optimizer.zero_grad()
        loss = 2 * w
        loss.backward()
        optimizer.step()
    return round(w.item(), 4)


answer = weight()
mistakes = {"0.4": weight(clear=True), "0.2": -weight(), "2.2": weight(maximize=True), "-11": weight(rate=1.0)}
print(json.dumps({"answer": answer, "wrong": {text: float(text) == v != answer for text, v in mistakes.items()}}))
