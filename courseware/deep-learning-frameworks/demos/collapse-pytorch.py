import torch

x = torch.tensor([[2.0], [-2.0]])
W1 = torch.tensor([[1.0, -1.0]])
W2 = torch.tensor([[1.0], [0.5]])

print((x @ W1 @ W2).tolist())
print((torch.relu(x @ W1) @ W2).tolist())
