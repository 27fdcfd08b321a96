"""What a forward pass keeps in each case, and what is left after backward()."""

import json
import weakref

import torch
from torch import nn
from torch.utils.checkpoint import checkpoint_sequential

net = nn.Sequential(*(layer for _ in range(4) for layer in (nn.Linear(64, 64), nn.ReLU())))
x = torch.ones(32, 64)


class Kept:
    """A tensor that a pass keeps."""

    def __init__(self, tensor):
        self.tensor = tensor


def kept(run):
    """Return how many bytes a pass keeps in distinct places, its result, and what still holds each of them."""
    seen, boxes = {}, []

    def note(t):
        """Box a tensor that is kept."""
        seen[t.data_ptr()] = t.nelement() * t.element_size()
        box = Kept(t)
        boxes.append(weakref.ref(box))
        return box

    with torch.autograd.graph.saved_tensors_hooks(note, lambda box: box.tensor):
        result = run()
    return sum(seen.values()), result, boxes


normal, result, boxes = kept(lambda: net(x))
alive = sum(box() is not None for box in boxes)
result.sum().backward()
freed = alive > 0 and all(box() is None for box in boxes)
net.eval()
evaluated = kept(lambda: net(x))[0]
net.train()
with torch.no_grad():
    unrecorded = kept(lambda: net(x))[0]
again = kept(lambda: checkpoint_sequential(net, 2, x, use_reentrant=False))[0]
print(
    json.dumps(
        {
            "unrecorded": unrecorded < normal,
            "evaluation": evaluated < normal,
            "again": again < normal,
            "dynamic": normal == 0,
            "walked": freed,
        }
    )
)
