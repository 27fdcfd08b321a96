"""The order of the five steps of a turn: the only one that runs and learns, of all that there are."""

import itertools
import json

import torch


def learns(order):
    """Say whether two turns in this order run and move the weight down the slope each time."""
    model = torch.nn.Linear(1, 1, bias=False)
    torch.nn.init.ones_(model.weight)
    names = {"model": model, "optimizer": torch.optim.SGD(model.parameters(), lr=0.1), "batches": iter(BATCHES)}
    weights = [1.0]
    try:
        for _ in BATCHES:
            names = {name: names[name] for name in ("model", "optimizer", "batches")}  # each turn begins anew
            for step in order:
                STEPS[step](names)
            weights.append(model.weight.item())
    except KeyError:
        return False
    return all(after < before for before, after in itertools.pairwise(weights))


def move(names):
    """Move the weight; there is nothing to go by before the gradients are there."""
    if names["model"].weight.grad is None:
        raise KeyError("gradients")
    names["optimizer"].step()
    names["optimizer"].zero_grad()


# The right answer is 0 for an input of 1, so the weight has to come down.
BATCHES = [(torch.ones(1, 1), torch.zeros(1, 1))] * 2
STEPS = {
    "batch": lambda names: names.update(batch=next(names["batches"])),
    "forward": lambda names: names.update(outputs=names["model"](names["batch"][0])),
    "loss": lambda names: names.update(loss=(names["outputs"] - names["batch"][1]).square().mean()),
    "backward": lambda names: names["loss"].backward(),
    "update": move,
}
fit = [order for order in itertools.permutations(STEPS) if learns(order)]
print(json.dumps({"answer": [*fit[0]] if len(fit) == 1 else None}))
