import numpy as np
import torch

rng = np.random.default_rng(0)
X = rng.normal(size=(512, 2)).astype("float32")
y = (X[:, 0] * X[:, 1] > 0).astype("float32")
torch.manual_seed(0)

model = torch.nn.Sequential(
    torch.nn.Linear(2, 32), torch.nn.ReLU(), torch.nn.Linear(32, 1))
optimizer = torch.optim.Adam(model.parameters(), lr=0.02)
loss_fn = torch.nn.BCEWithLogitsLoss()
data = torch.utils.data.TensorDataset(
    torch.from_numpy(X), torch.from_numpy(y))
loader = torch.utils.data.DataLoader(data, batch_size=32, shuffle=True)
for epoch in range(20):
    for xb, yb in loader:
        optimizer.zero_grad()
        loss = loss_fn(model(xb).squeeze(-1), yb)
        loss.backward()
        optimizer.step()
model.eval()
with torch.no_grad():
    says_yes = model(torch.from_numpy(X)).squeeze(-1) > 0
right = says_yes == (torch.from_numpy(y) > 0.5)
print("accuracy above 0.9:", right.float().mean().item() > 0.9)
