"""How many steps the program takes, and how many with other readings of the default."""

import json

import torch

data = torch.utils.data.TensorDataset(torch.zeros(96, 2), torch.zeros(96))


def steps(epochs=2, **arguments):
    """Return the number of batches over so many epochs."""
    loader = torch.utils.data.DataLoader(data, **arguments)
    return sum(1 for _ in range(epochs) for _ in loader)


answer = steps()
mistakes = {
    "6": steps(batch_size=32),
    "3": steps(epochs=1, batch_size=32),
    "2": steps(batch_size=96),
    "96": steps(epochs=1),
}
print(json.dumps({"answer": answer, "wrong": {text: int(text) == v != answer for text, v in mistakes.items()}}))
