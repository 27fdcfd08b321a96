"""What the program prints."""

import json

import torch

w = torch.tensor(1.0, requires_grad=True)
(w * 5).backward()
once = w.grad.item()
(w * 5).backward()
printed = str(w.grad.item())
wrong = {"5.0": printed != str(once), "25.0": printed != str(once * once), "tensor(10.)": printed != str(w.grad)}
print(json.dumps({"answer": printed, "wrong": wrong}))
