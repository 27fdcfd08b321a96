from weakref import WeakKeyDictionary, WeakSet

import torch
from torch import nn

layers = []
for _ in range(4):
    layers += [nn.Linear(64, 64), nn.ReLU()]
net = nn.Sequential(*layers)
weights = {p.data_ptr() for p in net.parameters()}
batch = torch.ones(32, 64)

class Kept:
    """What the graph keeps of one tensor until it is freed."""
    def __init__(self, tensor):
        self.tensor = tensor
        kept[self] = tensor.data_ptr()

kept, made = WeakKeyDictionary(), WeakSet([batch])

def alive():
    held = {tensor.data_ptr() for tensor in made} | set(kept.values())
    return len(held - weights)

def forward():
    counts = []
    x = batch
    with torch.autograd.graph.saved_tensors_hooks(Kept, lambda note: note.tensor):
        for layer in net:
            x = layer(x)
            made.add(x)
            if isinstance(layer, nn.ReLU):
                counts.append(alive())
    return x, counts

print("bytes of one:", batch.nelement() * batch.element_size())
result, counts = forward()
print("to be trained:", counts)
result.sum().backward()
print("after backward():", alive())
del result
with torch.no_grad():
    result, counts = forward()
print("in no_grad():", counts)
