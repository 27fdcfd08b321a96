import torch

with torch.device("cpu"):
    x = torch.ones((2, 3))
print(x.device)
