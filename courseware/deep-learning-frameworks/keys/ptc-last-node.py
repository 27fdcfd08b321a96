"""What the program prints."""

import json

import torch


def forward(x):
    """Double a positive sum, and turn round any other."""
    if x.sum() > 0:
        return x * 2
    return -x


printed = forward(torch.tensor([2.0, -5.0], requires_grad=True)).grad_fn.name()
texts = {"sum": "SumBackward0", "minus": "NegBackward0", "both": "IfBackward0"}
print(json.dumps({name: text == printed for name, text in texts.items()}))
