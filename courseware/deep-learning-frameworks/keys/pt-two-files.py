"""What a state_dict holds and needs, and what an exported program holds."""

import io
import json

import torch


class Net(torch.nn.Module):
    """A layer with something that its weights do not tell."""

    def __init__(self):
        super().__init__()
        self.layer = torch.nn.Linear(2, 2)

    def forward(self, x):
        """Run the layer and square what comes out."""
        return self.layer(x) ** 2


net, x = Net(), torch.ones(1, 2)
state = net.state_dict()
only_tensors = all(isinstance(value, torch.Tensor) for value in state.values())
again = Net()
again.load_state_dict(state)
with_class = torch.equal(again(x), net(x))
exported = torch.export.export(net, (x,))
file = io.BytesIO()
torch.export.save(exported, file)
file.seek(0)
loaded = torch.export.load(file)
computes = torch.allclose(loaded.module()(x), net(x))
names = [*loaded.state_dict]
called = callable(state)
print(
    json.dumps(
        {
            "content/code": not only_tensors,
            "content/tensors": only_tensors,
            "content/graph": called,
            "needed/nothing": called,
            "needed/data": not with_class,
            "needed/model-class": with_class and not called,
            "captured/computation": computes,
            "captured/loop": hasattr(loaded, "fit") or hasattr(loaded, "step"),
            "captured/optimizer": any("momentum" in name or "exp_avg" in name for name in names),
        }
    )
)
