import torch
from torch import nn
from torch.utils.checkpoint import checkpoint_sequential

layers = []
for _ in range(4):
    layers += [nn.Linear(64, 64), nn.ReLU()]
net = nn.Sequential(*layers)
x = torch.ones(32, 64)
weights = {p.data_ptr() for p in net.parameters()}

#: hide
def kept(run):
    seen = {}
    def note(t):
        seen[t.data_ptr()] = t.nelement() * t.element_size()
        return t
    with torch.autograd.graph.saved_tensors_hooks(note, lambda t: t):
        result = run()
    total = sum(size for at, size in seen.items() if at not in weights)
    del result            # kept until here, so that no address is used twice
    return total

#: show
# kept(run) counts the bytes that are stored for backward()
print("normal:", kept(lambda: net(x)))
net.eval()
print("after eval():", kept(lambda: net(x)))
with torch.no_grad():
    print("in no_grad():", kept(lambda: net(x)))
print("checkpoint:", kept(lambda: checkpoint_sequential(
    net, 2, x, use_reentrant=False)))
