import torch

good = ["great movie", "really great fun", "loved this film",
        "fun and great", "loved it", "a lovely film"]
bad = ["awful movie", "really awful mess", "hated this film",
       "a boring mess", "hated it", "boring and awful"]
words = sorted({w for s in good + bad for w in s.split()})
number = {w: i + 1 for i, w in enumerate(words)}
X = torch.tensor([([number[w] for w in s.split()] + [0, 0])[:3]
                  for s in good + bad])
y = torch.tensor([1.0] * 6 + [0.0] * 6)
torch.manual_seed(0)

class Net(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.table = torch.nn.Embedding(len(words) + 1, 8)
        self.last = torch.nn.Linear(8, 1)

    def forward(self, x):
        return self.last(self.table(x).mean(dim=1)).squeeze(-1)

net = Net()
optimizer = torch.optim.Adam(net.parameters(), lr=0.1)
loss_fn = torch.nn.BCEWithLogitsLoss()
for _ in range(30):
    optimizer.zero_grad()
    loss_fn(net(X), y).backward()
    optimizer.step()
says_good = net(X) > 0
print("right:", int((says_good == (y > 0.5)).sum()), "of", len(y))
