import torch

t = torch.ones(1)
new = t.to(torch.float64)
print("tensor:", t.dtype, "returned:", new.dtype)

layer = torch.nn.Linear(1, 1)
layer.to(torch.float64)
print("module:", layer.weight.dtype)
