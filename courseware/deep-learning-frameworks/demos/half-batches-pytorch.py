import torch

w = torch.tensor(1.0, requires_grad=True)
batch = torch.tensor([1.0, 2.0, 3.0, 4.0])

(w * batch).mean().backward()
print("whole batch:", w.grad.item())

w.grad = None
for half in batch.split(2):
    ((w * half).mean() / 2).backward()
    print("so far:", w.grad.item())
