"""The order of the lines: the only one in which the model gets the image and probabilities become class numbers."""

import itertools
import json

import numpy as np
import torch

batch = np.random.default_rng(0).normal(size=(4, 6, 5, 3)).astype("float32")
torch.manual_seed(0)
model = torch.nn.Sequential(torch.nn.Conv2d(3, 4, 3), torch.nn.Flatten(), torch.nn.Linear(48, 7))
pixels = torch.tensor(batch)
wanted = model(torch.stack([pixels[..., channel] for channel in range(3)], dim=1)).detach()
LINES = {
    "tensor": lambda x: torch.from_numpy(batch),
    "axes": lambda x: x.permute(0, 3, 1, 2),
    "logits": model,
    "probabilities": lambda x: x.softmax(dim=1),
    "classes": lambda x: x.argmax(dim=1),
}


def works(order):
    """Say whether an order gives logits, probabilities and class numbers that are right."""
    x, results = None, {}
    try:
        for step in order:
            x = results[step] = LINES[step](x)
    except Exception:
        return False
    logits, shares = results["logits"], results["probabilities"]
    return (
        logits.shape == wanted.shape
        and torch.allclose(logits, wanted, atol=1e-5)
        and shares.shape == wanted.shape
        and torch.allclose(shares, wanted.softmax(dim=1), atol=1e-5)
        and torch.equal(x, wanted.argmax(dim=1))
    )


fit = [order for order in itertools.permutations(LINES) if works(order)]
print(json.dumps({"answer": fit[0] if len(fit) == 1 else None}))
