import torch

layer = torch.nn.BatchNorm1d(3)
parameters = sum(p.numel() for p in layer.parameters())
buffers = sum(b.numel() for b in layer.buffers())
print("momentum:", layer.momentum, "epsilon:", layer.eps)
print("3 channels, parameters:", parameters, "buffers:", buffers)

layer(torch.full((4, 3), 10.0))
print("average after one batch of tens:", layer.running_mean.tolist())

layer = torch.nn.BatchNorm1d(1)
layer(torch.tensor([[0.0], [2.0]]))
print("variance after 0 and 2:", round(layer.running_var.item(), 4))

frozen = torch.nn.BatchNorm1d(3).requires_grad_(False)
frozen(torch.full((4, 3), 10.0))
print("frozen, the average moves:", frozen.running_mean.tolist())
frozen.eval()
frozen(torch.full((4, 3), 20.0))
print("after eval(), it stays:", frozen.running_mean.tolist())
