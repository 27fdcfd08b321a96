import torch

layer = torch.nn.Dropout(0.5)
x = torch.ones(1000, requires_grad=True)

print(layer(x).unique().tolist())      # a new module: training mode
layer.eval()
print(layer(x).unique().tolist())      # evaluation mode
print((2 * layer(x)).requires_grad)    # still recorded
with torch.no_grad():
    print((2 * layer(x)).requires_grad)  # now it is not
