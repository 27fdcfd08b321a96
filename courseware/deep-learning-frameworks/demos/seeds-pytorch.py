import torch

for _ in range(2):
    torch.manual_seed(0)
    print([round(v, 4) for v in torch.rand(3).tolist()])
