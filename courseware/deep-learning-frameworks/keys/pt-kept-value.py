"""Which value the kept entries have, and what other readings of 0.2 would give."""

import json

import torch


def kept(rate):
    """Return the value of the entries that are kept."""
    torch.manual_seed(0)
    values = torch.nn.Dropout(rate)(torch.ones(10000)).unique()
    return round(values[values > 0].item(), 4)


answer = kept(0.2)
mistakes = {"1": kept(0.0), "5": kept(0.8), "0.8": round(1 / kept(0.2), 4), "1.2": 1 + 0.2}
print(json.dumps({"answer": answer, "wrong": {text: float(text) == v != answer for text, v in mistakes.items()}}))
