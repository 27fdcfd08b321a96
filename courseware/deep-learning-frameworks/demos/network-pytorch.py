import torch
from torch import nn

class Network(nn.Module):
    def __init__(self):
        super().__init__()
        self.hidden = nn.Linear(4, 3)
        self.last = nn.Linear(3, 1)

    def forward(self, x):
        return self.last(torch.relu(self.hidden(x)))

network = Network()
result = network(torch.ones((2, 4)))
print("result:", tuple(result.shape))
print("parameters:", sum(w.numel() for w in network.parameters()))
