"""The parameters of a layer from 4 numbers to 3, and what other counts would give."""

import json

import torch

layer = torch.nn.Linear(4, 3)
answer = sum(parameter.numel() for parameter in layer.parameters())
mistakes = {
    "12": layer.weight.numel(),
    "16": layer.weight.numel() + layer.in_features,
    "7": layer.in_features + layer.out_features,
}
print(json.dumps({"answer": answer, "wrong": {near: int(near) == value != answer for near, value in mistakes.items()}}))
