import torch

image = torch.zeros((1, 3, 32, 32))
layer = torch.nn.Conv2d(3, 8, 5)
print("result:", tuple(layer(image).shape))
print("weight:", tuple(layer.weight.shape))
