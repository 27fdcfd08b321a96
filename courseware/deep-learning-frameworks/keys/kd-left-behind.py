"""The line that moves nothing: with its result kept, the loop runs; "meta" stands for another memory."""

import json

import torch

device = torch.device("meta")


def outcome(keep):
    """Return where the input is and whether the loop runs; `keep` says whether the moved input is kept."""
    model = torch.nn.Linear(2, 1)
    optimizer, loss_fn = torch.optim.SGD(model.parameters(), lr=0.1), torch.nn.MSELoss()
    x, y = torch.ones(4, 2), torch.ones(4, 1)
    model.to(device)
    moved = x.to(device)
    x = moved if keep else x
    y = y.to(device)
    optimizer.zero_grad()
    try:
        loss = loss_fn(model(x), y)
        loss.backward()
        optimizer.step()
        runs = True
    except RuntimeError:
        runs = False
    return model.weight.device == device, y.device == device, x.device == device, runs


model_moved, y_moved, x_moved, runs = outcome(keep=False)
repaired = outcome(keep=True)[3]
answer = 3 if repaired and not x_moved and not runs else None
print(json.dumps({"answer": answer, "wrong": {"1": model_moved, "4": y_moved, "6": repaired}}))
