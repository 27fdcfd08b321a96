import torch

nn = torch.nn
print("LeakyReLU slope:", nn.LeakyReLU().negative_slope)
print("LayerNorm epsilon:", nn.LayerNorm(4).eps)
print("std of 1, 2, 3, 4:", round(torch.tensor([1.0, 2.0, 3.0, 4.0]).std().item(), 4))
pool = nn.AvgPool2d(2, stride=1, padding=1)
print("average pooling at the edge:", pool(torch.ones(1, 1, 2, 2))[0, 0].tolist())
