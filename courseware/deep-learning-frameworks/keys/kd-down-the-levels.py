"""One small layer, written on each of the four levels: all give the same result."""

import json

import torch
from torch import nn

weight, bias = torch.tensor([[1.0, 2.0], [-1.0, 0.5]]), torch.tensor([0.1, -0.2])
x = torch.tensor([[0.4, 0.6]])
wanted = torch.relu(x @ weight.T + bias)


class Own(nn.Module):
    """A layer that owns its weights."""

    def __init__(self):
        super().__init__()
        self.weight, self.bias = nn.Parameter(weight.clone()), nn.Parameter(bias.clone())

    def forward(self, x):
        """Compute the layer."""
        return torch.relu(x @ self.weight.T + self.bias)


stack = nn.Sequential(nn.Linear(2, 2), nn.ReLU())
with torch.no_grad():
    stack[0].weight.copy_(weight)
    stack[0].bias.copy_(bias)
own, aten = Own(), torch.ops.aten
print(
    json.dumps(
        {
            "stack": torch.allclose(stack(x), wanted),
            "own": torch.allclose(own(x), wanted) and len(list(own.parameters())) == 2,
            "write": torch.allclose(nn.functional.relu(nn.functional.linear(x, weight, bias)), wanted),
            "core": torch.allclose(aten.relu(aten.addmm(bias, x, weight.t())), wanted),
        }
    )
)
