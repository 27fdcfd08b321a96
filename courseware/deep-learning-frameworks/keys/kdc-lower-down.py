"""One layer as nn.Sequential and in the operations of the core: its numbers, its gradients and its weights."""

import json

import torch

model = torch.nn.Sequential(torch.nn.Linear(4, 2), torch.nn.ReLU())
w, b = (parameter.detach().clone().requires_grad_() for parameter in model.parameters())
x, aten = torch.linspace(-1, 1, 12).reshape(3, 4), torch.ops.aten
high, low = model(x), aten.relu(aten.addmm(b, x, w.T))
high.sum().backward()
low.sum().backward()
same_numbers = torch.allclose(high, low)
same_gradients = torch.allclose(model[0].weight.grad, w.grad) and bool(w.grad.abs().sum() > 0)
print(
    json.dumps(
        {
            "numbers": not same_numbers,
            "gradients": not same_gradients,
            "work": same_numbers and same_gradients and not hasattr(aten.addmm, "parameters"),
        }
    )
)
