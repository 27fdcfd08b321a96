"""Whether evaluation mode changes what a forward pass keeps."""

import json

import torch
from torch import nn

net = nn.Sequential(nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 64), nn.ReLU())


def kept():
    """Return how many bytes a pass keeps."""
    sizes = []

    def note(t):
        """Note the size of a tensor that is kept."""
        sizes.append(t.nelement() * t.element_size())
        return t

    with torch.autograd.graph.saved_tensors_hooks(note, lambda t: t):
        net(torch.ones(32, 64))
    return sum(sizes)


before = kept()
net.eval()
print(json.dumps({"answer": before == kept() > 0}))
