import torch

w = torch.tensor(1.0, requires_grad=True)
prediction = w * 2.0
loss = (prediction - 6.0) ** 2
loss.backward()
with torch.no_grad():
    w -= 0.1 * w.grad
print(round(w.item(), 4))
