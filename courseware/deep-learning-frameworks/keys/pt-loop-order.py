"""The order of the lines of the loop: the only one that runs and trains as plain gradient descent does."""

import itertools
import json

import torch

LINES = {
    "clear": lambda names: names["optimizer"].zero_grad(),
    "forward": lambda names: names.update(logits=names["model"](names["x"])),
    "loss": lambda names: names.update(loss=names["loss_fn"](names["logits"], names["y"])),
    "backward": lambda names: names["loss"].backward(),
    "update": lambda names: names["optimizer"].step(),
}


def trained(order):
    """Return the weight after three batches, or nothing where a line fails."""
    model = torch.nn.Linear(1, 2, bias=False)
    torch.nn.init.ones_(model.weight)
    names = {
        "model": model,
        "optimizer": torch.optim.SGD(model.parameters(), lr=0.5),
        "loss_fn": torch.nn.CrossEntropyLoss(),
    }
    try:
        for value in (1.0, 2.0, 3.0):
            names |= {"x": torch.tensor([[value]]), "y": torch.tensor([0])}
            for step in order:
                LINES[step](names)
    except Exception:
        return None
    return model.weight.tolist()


weight = torch.ones(2, 1)
for value in (1.0, 2.0, 3.0):
    share = (weight * value).softmax(dim=0)
    weight = weight - 0.5 * value * (share - torch.tensor([[1.0], [0.0]]))
fit = []
for order in itertools.permutations(LINES):
    found = trained(order)
    if order[0] == "clear" and found is not None and torch.allclose(torch.tensor(found), weight, atol=1e-5):
        fit.append(order)
print(json.dumps({"answer": ["batches", *fit[0]] if len(fit) == 1 else None}))
