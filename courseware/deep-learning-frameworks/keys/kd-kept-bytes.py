"""How many bytes the forward pass keeps, and what each mistake would count."""

import json

import torch
from torch import nn

net = nn.Sequential(nn.Linear(128, 128), nn.ReLU(), nn.Linear(128, 128), nn.ReLU())
x = torch.ones(16, 128)
weights = {p.data_ptr() for p in net.parameters()}


def kept():
    """Return the sizes of what a pass keeps, by where it lies, without the weights."""
    seen = {}

    def note(t):
        """Note a tensor that is kept, and the memory in which it lies."""
        seen[t.data_ptr()] = (t.nelement() * t.element_size(), t)
        return t

    with torch.autograd.graph.saved_tensors_hooks(note, lambda t: t):
        net(x)
    return {at: size for at, (size, _) in seen.items() if at not in weights}


found = kept()
answer = sum(found.values())
with torch.no_grad():
    unrecorded = sum(kept().values())
one = found[x.data_ptr()]
mistakes = {
    "16384": answer - one,
    "40960": answer + 2 * one,
    "6144": answer // x.element_size(),
    "8192": one,
    "0": unrecorded,
}
print(json.dumps({"answer": answer, "wrong": {text: int(text) == v != answer for text, v in mistakes.items()}}))
