"""What train() changes: the weights before and after."""

import json

import torch

model = torch.nn.Sequential(torch.nn.Linear(4, 4), torch.nn.Dropout(0.5)).eval()
before = [parameter.clone() for parameter in model.parameters()]
model.train()
is_changed = any(not torch.equal(*pair) for pair in zip(before, model.parameters(), strict=True))
only_the_mode = model.training and all(module.training for module in model.modules()) and not is_changed
print(json.dumps({"answer": is_changed, "wrong": {"true": only_the_mode}}))
