import torch

layer = torch.nn.Dropout(0.5)
x = torch.ones(1000)
print(layer(x).unique())
layer.eval()
print(layer(x).unique())
