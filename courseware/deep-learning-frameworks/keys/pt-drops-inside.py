"""Whether dropout of a new model is active inside no_grad()."""

import json

import torch

torch.manual_seed(0)
model = torch.nn.Sequential(torch.nn.Dropout(0.5))
with torch.no_grad():
    out = model(torch.ones(1000))
print(json.dumps({"answer": bool((out == 0).any())}))
