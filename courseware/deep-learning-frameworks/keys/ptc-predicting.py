"""Which of the four switches dropout off and records nothing."""

import contextlib
import json

import torch

x = torch.ones(1, 64)


def is_fit(*, evaluates, block, clears=False):
    """Say whether two calls give the same and nothing is recorded."""
    model = torch.nn.Sequential(torch.nn.Linear(64, 64), torch.nn.Dropout(0.5)).train(not evaluates)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    with block:
        if clears:
            optimizer.zero_grad()
        return torch.equal(model(x), model(x)) and not model(x).requires_grad


print(
    json.dumps(
        {
            "eval-only": is_fit(evaluates=True, block=contextlib.nullcontext()),
            "both": is_fit(evaluates=True, block=torch.no_grad()),
            "no-grad-only": is_fit(evaluates=False, block=torch.no_grad()),
            "zero": is_fit(evaluates=False, block=torch.no_grad(), clears=True),
        }
    )
)
