#: hide
from pathlib import Path

import numpy as np
import torch

rng = np.random.default_rng(0)
X = rng.normal(size=(512, 2)).astype("float32")
y = (X[:, 0] * X[:, 1] > 0).astype("float32")
torch.manual_seed(0)

#: show
# first line
model = torch.nn.Sequential(torch.nn.Linear(2, 32), torch.nn.ReLU(), torch.nn.Linear(32, 1))
optimizer = torch.optim.Adam(model.parameters(), lr=0.02)
loss_fn = torch.nn.BCEWithLogitsLoss()
data = torch.utils.data.TensorDataset(torch.from_numpy(X), torch.from_numpy(y))
loader = torch.utils.data.DataLoader(data, batch_size=32, shuffle=True)
for epoch in range(20):
    for xb, yb in loader:
        optimizer.zero_grad()
        loss = loss_fn(model(xb).squeeze(-1), yb)
        loss.backward()
        optimizer.step()
model.eval()
with torch.no_grad():
    accuracy = ((model(torch.from_numpy(X)).squeeze(-1) > 0) == (torch.from_numpy(y) > 0.5)).float().mean().item()
# last line

#: hide
lines = Path(__file__).read_text().split("# first line\n")[1].split("# last line\n")[0]
print("lines:", sum(bool(line.strip()) for line in lines.split("\n")))
print("accuracy above 0.9:", bool(accuracy > 0.9))
