"""When PyTorch builds the graph that backward() follows: by whether the result of each moment has one."""

import json

import torch

model = torch.nn.Linear(2, 1)
x = torch.ones(1, 2)
at_creation = any(p.grad_fn is not None for p in model.parameters())
first, second = model(x), model(x)
print(
    json.dumps(
        {
            "on-creation": at_creation,
            "first-call": first.grad_fn is second.grad_fn,
            "each-pass": first.grad_fn is not None and first.grad_fn is not second.grad_fn,
            "when-compiled": first.grad_fn is None,
        }
    )
)
