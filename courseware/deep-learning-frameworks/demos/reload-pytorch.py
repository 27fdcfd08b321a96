import torch

def build():
    return torch.nn.Sequential(torch.nn.Linear(4, 3))

first, second = build(), build()
x = torch.ones((1, 4))

print(bool(torch.all(first(x) == second(x))))
torch.save(first.state_dict(), "first.pt")
second.load_state_dict(torch.load("first.pt"))
print(bool(torch.all(first(x) == second(x))))
