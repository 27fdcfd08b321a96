import torch

t = torch.tensor([1.0, 2.0])
t[0] = 5.0
print(t)
