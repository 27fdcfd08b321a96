"""The line that keeps the loss up: repaired, the loss falls; the other lines are needed as they are."""

import json

import torch
from torch import nn


class Classifier(nn.Module):
    """The model, whose last line can be repaired and whose parts can be changed."""

    def __init__(self, softmax=True, outputs=3, bend=torch.relu):
        super().__init__()
        self.hidden = nn.Linear(4, 16)
        self.last = nn.Linear(16, outputs)
        self.softmax, self.bend = softmax, bend

    def forward(self, x):
        """Return what the loss is given."""
        x = self.last(self.bend(self.hidden(x)))
        return x.softmax(dim=1) if self.softmax else x


torch.set_num_threads(1)
torch.manual_seed(0)
x = torch.randn(60, 4)
y = (x[:, 0] > 0).long() + (x[:, 1] > 0).long()


def lowest(labels=y, **changes):
    """Return the loss after training, and the share of right predictions."""
    torch.manual_seed(0)
    model, loss_fn = Classifier(**changes), nn.CrossEntropyLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=0.05)
    for _ in range(250):
        optimizer.zero_grad()
        loss = loss_fn(model(x), labels)
        loss.backward()
        optimizer.step()
    return loss.item(), (model(x).argmax(dim=1) == labels).float().mean().item()


stuck, right = lowest()
repaired, _ = lowest(softmax=False)
perfect = nn.CrossEntropyLoss()(torch.tensor([[1.0, 0.0, 0.0]]), torch.tensor([0])).item()
more, _ = lowest(outputs=4)
crossed = (x[:, 0] * x[:, 1] > 0).long()
curved, _ = lowest(crossed, softmax=False)
flat, _ = lowest(crossed, softmax=False, bend=lambda v: v)
answer = 9 if right > 0.95 and stuck > 0.55 > 0.3 > repaired and round(perfect, 4) == 0.5514 else None
print(json.dumps({"answer": answer, "wrong": {"5": more > 0.55, "8": flat > curved + 0.3, "12": repaired < 0.3}}))
