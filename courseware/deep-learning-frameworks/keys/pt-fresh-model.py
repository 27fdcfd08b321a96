"""What train() changes in a new model: neither its modes, its weights, nor whether it records."""

import json

import torch

torch.manual_seed(0)
model = torch.nn.Sequential(torch.nn.Linear(4, 64), torch.nn.Dropout(0.5))
x = torch.ones(1, 4)


def state():
    """Return what train() might change."""
    return {
        "recording": model(x).requires_grad,
        "epoch": [p.tolist() for p in model.parameters()],
        "dropout": bool((model(x) == 0).any()),
        "modes": [m.training for m in model.modules()],
    }


before = state()
model.train()
after = state()
changed = {name: before[name] != after[name] for name in before}
modes = changed.pop("modes")
print(json.dumps({**changed, "nothing": not modes and not any(changed.values())}))
