"""The bias of the one layer that does what two layers without an activation do."""

import json

import torch


def layer(weight, bias):
    """Return a layer with one input and one output."""
    made = torch.nn.Linear(1, 1)
    torch.nn.init.constant_(made.weight, weight)
    torch.nn.init.constant_(made.bias, bias)
    return made


both = torch.nn.Sequential(layer(0.5, 1), layer(3, -0.4))
answer = round(both(torch.zeros(1)).item(), 4)
slope = round(both(torch.ones(1)).item() - answer, 4)
mistakes = {"0.6": 1 - 0.4, "-0.4": -0.4, "1.5": slope, "3": 3 * 1, "4.1": both(torch.ones(1)).item()}
wrong = {near: abs(float(near) - value) < 1e-4 and abs(value - answer) > 0.01 for near, value in mistakes.items()}
print(json.dumps({"answer": answer, "wrong": wrong}))
