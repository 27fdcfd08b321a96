"""What each part gives: a layer with weights, the gradient of a loss, a step that moves the weights."""

import json

import torch

layer = torch.nn.Linear(2, 1)
start = layer.weight.clone()
holds = any(parameter is layer.weight for parameter in layer.parameters())
(gradient,) = torch.autograd.grad(layer(torch.ones(1, 2)).sum(), layer.weight)
unmoved = torch.equal(layer.weight, start)
layer.weight.grad = gradient
torch.optim.SGD(layer.parameters(), lr=0.1).step()
moved = torch.allclose(layer.weight, start - 0.1)
print(json.dumps({"autograd": gradient.tolist() == [[1.0, 1.0]] and unmoved, "nn": holds, "optim": moved}))
