import torch

class Net(torch.nn.Module):
    def __init__(self, layers):
        super().__init__()
        self.steps = layers

def count(net):
    return sum(p.numel() for p in net.parameters())

print("list:", count(Net([torch.nn.Linear(2, 2)])))
print("ModuleList:", count(Net(torch.nn.ModuleList([torch.nn.Linear(2, 2)]))))
