"""How many bytes each kind of forward pass keeps for backward, most first."""

import json

import torch
from torch.utils.checkpoint import checkpoint_sequential

torch.manual_seed(0)
blocks = [torch.nn.Sequential(torch.nn.Linear(64, 64), torch.nn.ReLU(), torch.nn.Linear(64, 64)) for _ in range(4)]
network, x = torch.nn.Sequential(*blocks), torch.ones(32, 64, requires_grad=True)
weights = {parameter.data_ptr() for parameter in network.parameters()}


def unrecorded():
    """Run forward without a graph."""
    with torch.no_grad():
        network(x)


def kept(run):
    """Return the bytes that a pass keeps, each piece of memory once, without the weights."""
    pieces = {}

    def keep(tensor):
        if tensor.data_ptr() not in weights:
            pieces[tensor.untyped_storage().data_ptr()] = tensor.untyped_storage().nbytes()
        return tensor

    with torch.autograd.graph.saved_tensors_hooks(keep, lambda tensor: tensor):
        result = run()
    del result
    return sum(pieces.values())


found = {
    "normal": kept(lambda: network(x)),
    "checkpointing": kept(lambda: checkpoint_sequential(network, 4, x, use_reentrant=False)),
    "unrecorded": kept(unrecorded),
}
differ = len(set(found.values())) == len(found)
print(json.dumps({"answer": sorted(found, key=found.get, reverse=True) if differ else None}))
