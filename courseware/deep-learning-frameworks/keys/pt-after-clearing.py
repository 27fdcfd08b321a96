"""What the program prints, and what is left without clearing, or after clearing with zeros."""

import json

import torch


def left(clear):
    """Return what w.grad holds at the end."""
    w = torch.tensor(2.0, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1)
    (w * 3).backward()
    clear(optimizer)
    return w.grad


printed = str(left(lambda optimizer: optimizer.zero_grad()))
texts = {"zero": "tensor(0.)", "nothing": "None", "kept": "tensor(3.)"}
if str(left(lambda optimizer: optimizer.zero_grad(set_to_none=False))) != texts["zero"]:
    raise SystemExit("set_to_none=False leaves no zero")
if str(left(lambda optimizer: None)) != texts["kept"]:
    raise SystemExit("the gradient before clearing is another")
print(json.dumps({name: text == printed for name, text in texts.items()}))
