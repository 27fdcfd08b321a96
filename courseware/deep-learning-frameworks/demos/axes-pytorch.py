import torch

x = torch.arange(6).reshape(2, 3)
print(x.tolist())
print("view:", x.view(3, 2).tolist())
print("permute:", x.permute(1, 0).tolist())
