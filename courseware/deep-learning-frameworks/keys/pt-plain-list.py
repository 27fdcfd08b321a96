"""Which line keeps the hidden layers from learning: with a ModuleList in it, all of them learn."""

import json

import torch
from torch import nn


class Net(nn.Module):
    """The module, whose list can be of either kind."""

    def __init__(self, kind=list):
        super().__init__()
        self.hidden = kind([nn.Linear(8, 8), nn.Linear(8, 8)])
        self.last = nn.Linear(8, 1)

    def forward(self, x):
        """Run the layers."""
        for layer in self.hidden:
            x = torch.relu(layer(x))
        return self.last(x)


def learn(kind):
    """Return which layers move: the hidden ones, the last one."""
    torch.manual_seed(0)
    model = Net(kind)
    optimizer = torch.optim.Adam(model.parameters())
    layers = [*model.hidden, model.last]
    before = [layer.weight.clone() for layer in layers]
    for _ in range(3):
        optimizer.zero_grad()
        model(torch.ones(4, 8)).sum().backward()
        optimizer.step()
    return [not torch.equal(layer.weight, start) for layer, start in zip(layers, before, strict=True)]


broken, repaired = learn(list), learn(nn.ModuleList)
answer = 4 if not any(broken[:2]) and all(repaired) else None
print(json.dumps({"answer": answer, "wrong": {"5": broken[2], "8": all(repaired), "13": all(repaired)}}))
