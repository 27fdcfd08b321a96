"""What is true of autograd's record, and what of a graph that is captured on request."""

import io
import json

import torch


class Net(torch.nn.Module):
    """One layer."""

    def __init__(self):
        super().__init__()
        self.layer = torch.nn.Linear(2, 1)

    def forward(self, x):
        """Run the layer."""
        return self.layer(x).sum()


net, x = Net(), torch.ones(1, 2)
first, second = net(x), net(x)
is_new = first.grad_fn is not second.grad_fn
first.backward()
is_walked = net.layer.weight.grad is not None
try:
    first.backward()
    is_freed = False
except RuntimeError:
    is_freed = True

file = io.BytesIO()
torch.export.save(torch.export.export(net, (x,)), file)
file.seek(0)
again = torch.export.load(file).module()
is_saved = torch.allclose(again(x), net(x)) and not isinstance(again, Net)
captured = []


def note(graph, _inputs):
    """Keep a captured graph."""
    captured.append(graph)
    return graph.forward


torch.compile(net, backend=note)(x)
recorded = "recorded"
print(
    json.dumps(
        {
            "anew": recorded if is_new else "captured",
            "file": "captured" if is_saved else recorded,
            "walked": recorded if is_walked else "captured",
            "speed": "captured" if len(captured) == 1 else recorded,
            "freed": recorded if is_freed else "captured",
        }
    )
)
