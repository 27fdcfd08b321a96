import torch

w = torch.tensor(4.0, requires_grad=True)
y = w * w
print(y.item())

y.backward()
print(w.grad.item())
