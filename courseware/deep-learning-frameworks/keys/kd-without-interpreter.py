"""Whether a PyTorch model needs Python: its exported form is a graph of operations, without code of the class."""

import json

import torch


class Net(torch.nn.Module):
    """A small model."""

    def __init__(self):
        super().__init__()
        self.layer = torch.nn.Linear(2, 1)

    def forward(self, x):
        """Run the layer."""
        return torch.relu(self.layer(x))


x = torch.ones(1, 2)
nodes = torch.export.export(Net(), (x,)).graph.nodes
targets = [node.target for node in nodes if node.op == "call_function"]
is_graph = bool(targets) and all(isinstance(target, torch._ops.OpOverload) for target in targets)
print(json.dumps({"answer": not is_graph}))
