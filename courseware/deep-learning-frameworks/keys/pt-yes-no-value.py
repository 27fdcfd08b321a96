"""The loss of a logit of 0 for the label 1, and what each mistake would give."""

import json
import math

import torch

logit, label, loss_fn = torch.tensor([0.0]), torch.tensor([1.0]), torch.nn.BCEWithLogitsLoss()
answer = round(loss_fn(logit, label).item(), 4)
mistakes = {
    "0.4741": loss_fn(logit.sigmoid(), label).item(),
    "0.5": logit.sigmoid().item(),
    "0": loss_fn(torch.tensor([100.0]), label).item(),
    "-0.6931": -loss_fn(logit, label).item(),
    "0.301": loss_fn(logit, label).item() / math.log(10),
}
wrong = {text: abs(float(text) - v) < 1e-4 and abs(v - answer) > 0.01 for text, v in mistakes.items()}
print(json.dumps({"answer": answer, "wrong": wrong}))
