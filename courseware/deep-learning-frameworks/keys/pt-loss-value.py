"""The loss of the logits, and what each mistake would give."""

import json
import math

import torch

logits, loss_fn = torch.tensor([[2.0, 1.0]]), torch.nn.CrossEntropyLoss()


def loss(values, label=0):
    """Return the loss for a label."""
    return loss_fn(values, torch.tensor([label])).item()


shares = logits.softmax(dim=1)
answer = round(loss(logits), 4)
mistakes = {
    "0.4886": loss(shares),
    "0.7311": shares[0, 0].item(),
    "0.136": loss(logits) / math.log(10),
    "1.3133": loss(logits, 1),
    "-0.3133": -loss(logits),
}
wrong = {text: abs(float(text) - v) < 1e-4 and abs(v - answer) > 0.01 for text, v in mistakes.items()}
print(json.dumps({"answer": answer, "wrong": wrong}))
