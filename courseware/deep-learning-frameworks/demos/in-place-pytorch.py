import torch

t = torch.zeros(3)
address = t.data_ptr()
t.add_(1)
print(t, "at the same address:", t.data_ptr() == address)

w = torch.tensor(3.0, requires_grad=True)
y = w * w
y.backward()
try:
    y.backward()
except RuntimeError:
    print("the graph is gone after backward()")

y = w * w
y.backward(retain_graph=True)
y.backward()
print("kept with retain_graph=True, the gradients add up:", w.grad.item())
