import torch
from torch import nn
import torch.nn.functional as F

W = torch.arange(8.0).reshape(4, 2) / 10
b = torch.tensor([0.5, -9.0])
x = torch.ones(1, 4)

# 1. Ready-made layers; Linear stores its weight transposed
model = nn.Sequential(nn.Linear(4, 2), nn.ReLU())
model.load_state_dict({"0.weight": W.T, "0.bias": b})

# 2. Your own module
class MyDense(nn.Module):
    def __init__(self):
        super().__init__()
        self.w, self.b = nn.Parameter(W), nn.Parameter(b)
    def forward(self, x):
        return torch.relu(x @ self.w + self.b)

# 3. Functions
by_functions = F.relu(F.linear(x, W.T, b))

# 4. The operations of the C++ core
by_core = torch.ops.aten.relu(torch.ops.aten.addmm(b, x, W))

for y in (model(x), MyDense()(x), by_functions, by_core):
    print([[round(v, 4) for v in row] for row in y.tolist()])
