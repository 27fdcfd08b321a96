import torch

w = torch.tensor(1.0, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.1)

for _ in range(3):
    (3 * w).backward()         # the gradient of 3 * w is 3
    print(w.grad)

optimizer.zero_grad()
print(w.grad)
