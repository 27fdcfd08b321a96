"""What the program prints."""

import json

import torch

t = torch.ones(2)
layer = torch.nn.Linear(2, 1)
t.to(torch.float64)
layer.to(torch.float64)
printed = f"{t.dtype} {layer.weight.dtype}"
texts = {
    "both": "torch.float64 torch.float64",
    "neither": "torch.float32 torch.float32",
    "second": "torch.float32 torch.float64",
    "first": "torch.float64 torch.float32",
}
print(json.dumps({name: text == printed for name, text in texts.items()}))
