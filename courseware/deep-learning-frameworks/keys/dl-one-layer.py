"""What one layer calculates, weighted sums plus biases, and that its numbers are neither fixed by rule nor examples."""

import json

import torch

layer, x = torch.nn.Linear(4, 3), torch.rand(4)
sums = [sum(float(layer.weight[i, j] * x[j]) for j in range(4)) + float(layer.bias[i]) for i in range(3)]
is_sums = torch.allclose(layer(x), torch.tensor(sums), atol=1e-5)

before = layer(x).detach()
optimizer = torch.optim.SGD(layer.parameters(), lr=0.1)
layer(x).sum().backward()
optimizer.step()
is_fixed = torch.equal(layer(x), before)  # a rule that somebody wrote would still say the same
keeps_examples = {*layer.state_dict()} != {"weight", "bias"}
print(json.dumps({"sums": is_sums, "rule": is_fixed, "nearest": keeps_examples}))
