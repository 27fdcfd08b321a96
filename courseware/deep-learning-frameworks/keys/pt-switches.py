"""What each of the four pieces of code does, and that none of them changes a weight or protects it."""

import json

import torch

model = torch.nn.Sequential(torch.nn.Linear(4, 64), torch.nn.Dropout(0.5), torch.nn.Linear(64, 1))
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
x, start = torch.ones(1, 4), [p.clone() for p in model.parameters()]


def is_random():
    """Say whether two calls differ, as they do with dropout."""
    return not torch.equal(model(x), model(x))


model.eval()
evaluation = not is_random() and model(x).requires_grad
model.train()
training = is_random()
with torch.no_grad():
    block = not model(x).requires_grad
model(x).sum().backward()
optimizer.zero_grad()
clear = all(p.grad is None for p in model.parameters())
unchanged = all(torch.equal(now, before) for now, before in zip(model.parameters(), start, strict=True))
model.eval()
model(x).sum().backward()
optimizer.step()
changeable = any(not torch.equal(now, before) for now, before in zip(model.parameters(), start, strict=True))
rest = unchanged and changeable
print(
    json.dumps(
        {
            "evaluation": evaluation and rest,
            "training": training and rest,
            "block": block and rest,
            "clear": clear and rest,
        }
    )
)
