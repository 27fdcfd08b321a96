import io
import torch

class Net(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = torch.nn.Linear(4, 4)

    def forward(self, x, n: int):
        for _ in range(n):
            x = torch.relu(self.layer(x))
        return x.sum()

net, x = Net(), torch.ones(1, 4)
print(list(net.state_dict()))

program = torch.export.export(net, (x, 2))
print([str(node.target).split(".")[1] for node in program.graph.nodes
       if node.op == "call_function"])

file = io.BytesIO()
torch.export.save(program, file)
file.seek(0)
loaded = torch.export.load(file).module()
print(torch.allclose(loaded(x, 2), net(x, 2)))
