"""What torch.export makes of a loop with three turns."""

import json

import torch


class Net(torch.nn.Module):
    """A layer that runs three times."""

    def __init__(self):
        super().__init__()
        self.layer = torch.nn.Linear(4, 4)

    def forward(self, x):
        """Run the layer in a loop."""
        for _ in range(3):
            x = torch.relu(self.layer(x))
        return x


net, x = Net(), torch.ones(1, 4)
exported = torch.export.export(net, (x,))
names = [str(node.target).split(".")[1] for node in exported.graph.nodes if node.op == "call_function"]
print(
    json.dumps(
        {
            "unrolled": names == ["linear", "relu"] * 3,
            "loop-op": any("while" in name or "scan" in name for name in names),
            "source": "for " in exported.graph_module.code,
            "nothing": not names,
        }
    )
)
