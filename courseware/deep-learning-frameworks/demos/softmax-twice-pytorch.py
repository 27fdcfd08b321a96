import torch

logits = torch.tensor([[2.0, 0.0, -1.0]])
label = torch.tensor([0])
loss_fn = torch.nn.CrossEntropyLoss()

print(round(loss_fn(logits, label).item(), 4))
print(round(loss_fn(logits.softmax(dim=1), label).item(), 4))
