"""Which tools PyTorch itself calls deprecated when they are used."""

import json
import warnings

import torch

model, x = torch.nn.Linear(2, 1), torch.ones(1, 2)


def status(use):
    """Say whether a use is warned of as deprecated."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        use()
    said = [str(w.message) for w in caught]
    return "old" if any("deprecated" in text and "torch.export" in text for text in said) else "new"


print(
    json.dumps(
        {
            "export": status(lambda: torch.export.export(model, (x,))),
            "script": status(lambda: torch.jit.script(model)),
            "compile": status(lambda: torch.compile(model, backend="eager")(x)),
        }
    )
)
