"""Which line of the step raises the error, and that the step works with that line moved up."""

import json

import torch

LINES = {
    1: lambda names: names.update(loss=names["loss_fn"](names["model"](names["x"]), names["y"])),
    2: lambda names: names["loss"].backward(),
    3: lambda names: names["optimizer"].step(),
    4: lambda names: names["optimizer"].zero_grad(),
    5: lambda names: names.update(largest=names["model"].weight.grad.abs().max()),
    6: lambda names: f"{names['loss'].item()} {names['largest']}",
}


def failing(order):
    """Return the number of the line that raises an error, or nothing."""
    model = torch.nn.Linear(2, 1)
    names = {
        "model": model,
        "loss_fn": torch.nn.MSELoss(),
        "optimizer": torch.optim.SGD(model.parameters(), lr=0.1),
        "x": torch.ones(4, 2),
        "y": torch.zeros(4, 1),
    }
    for number in order:
        try:
            LINES[number](names)
        except AttributeError:
            return number
    return None


answer = failing([1, 2, 3, 4, 5, 6])
works = failing([1, 2, 3, 5, 4, 6]) is None
print(json.dumps({"answer": answer, "wrong": {str(n): works and n != answer for n in (2, 3, 4, 6)}}))
