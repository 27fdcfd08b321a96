import torch

logits = torch.tensor([[2.0, 0.0, -1.0]])
loss_fn = torch.nn.CrossEntropyLoss()

def try_label(name, label):
    try:
        print(name, f"{loss_fn(logits, label).item():.4f}")
    except RuntimeError:
        print(name, "error")

try_label("class number 0:", torch.tensor([0]))
try_label("class number in a column:", torch.tensor([[0]]))
try_label("one-hot, as numbers with a point:", torch.tensor([[1.0, 0.0, 0.0]]))
try_label("one-hot, as whole numbers:", torch.tensor([[1, 0, 0]]))
