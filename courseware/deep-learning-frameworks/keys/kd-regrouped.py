"""What the program prints, and what moving the axes would print."""

import json

import torch

x = torch.tensor([[0, 1, 2], [3, 4, 5]])
printed = str(x.view(3, 2).tolist())
texts = {
    "swapped": str(x.permute(1, 0).tolist()),
    "by-column": str(x.T.reshape(6).view(2, 3).T.tolist()),
    "regrouped": "[[0, 1], [2, 3], [4, 5]]",
    "turned": str(torch.rot90(x, -1).tolist()),
}
WRITTEN = {
    "swapped": "[[0, 3], [1, 4], [2, 5]]",
    "by-column": "[[0, 4], [3, 2], [1, 5]]",
    "turned": "[[3, 0], [4, 1], [5, 2]]",
}
if any(texts[name] != text for name, text in WRITTEN.items()):
    raise SystemExit("another way gives another table than its option")
print(json.dumps({name: text == printed for name, text in texts.items()}))
