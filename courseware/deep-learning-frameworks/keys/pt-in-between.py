"""What the program prints, and what it would print without the clearing or the second call."""

import json

import torch


def held(clear=True, second=True):
    """Return what w.grad holds at the end."""
    w = torch.tensor(2.0, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1)
    (w * 3).backward()
    first = w.grad.item()
    if clear:
        optimizer.zero_grad()
    if second:
        (w * 5).backward()
        return w.grad.item()
    return first


printed = str(held())
texts = {"sum": "8.0", "first": "3.0", "product": "15.0", "second": "5.0"}
if str(held(clear=False)) != texts["sum"] or str(held(second=False)) != texts["first"]:
    raise SystemExit("a mistake leads to another number than its option")
print(json.dumps({name: text == printed for name, text in texts.items()}))
