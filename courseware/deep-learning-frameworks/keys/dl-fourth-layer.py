"""A fourth linear layer adds no function: three layers already do what four do, and neither bends."""

import json

import torch

torch.manual_seed(0)
four = [torch.nn.Linear(2, 2).double() for _ in range(4)]
merged = torch.nn.Linear(2, 2).double()
with torch.no_grad():
    merged.weight.copy_(four[3].weight @ four[2].weight)
    merged.bias.copy_(four[3].weight @ four[2].bias + four[3].bias)

x, y = torch.randn(2, 100, 2, dtype=torch.double)
network = torch.nn.Sequential(*four)
as_three = torch.nn.Sequential(four[0], four[1], merged)
same = torch.allclose(network(x), as_three(x))
is_straight = torch.allclose(network((x + y) / 2), (network(x) + network(y)) / 2)
print(json.dumps({"none": same, "curved": not is_straight, "cubic": not is_straight, "bent": not is_straight}))
