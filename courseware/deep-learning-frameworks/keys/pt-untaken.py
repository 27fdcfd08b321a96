"""Whether the graph of a call with a negative sum also holds the multiplication."""

import json

import torch


def forward(x):
    """Take one of two branches."""
    if x.sum() > 0:
        return x * 2
    return -x


def nodes(node):
    """Return the names of all the nodes of a graph."""
    return [] if node is None else [node.name(), *(name for inner, _ in node.next_functions for name in nodes(inner))]


found = nodes(forward(torch.tensor([-1.0, -2.0], requires_grad=True)).grad_fn)
other = nodes(forward(torch.tensor([1.0, 2.0], requires_grad=True)).grad_fn)
if not any(name.startswith("Mul") for name in other):
    raise SystemExit("the branch with the multiplication leaves no such node")
print(json.dumps({"answer": any(name.startswith("Mul") for name in found)}))
