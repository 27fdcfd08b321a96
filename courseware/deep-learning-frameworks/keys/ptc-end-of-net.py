"""Whether a softmax belongs before CrossEntropyLoss: which of the two inputs gives the loss of the right class."""

import json

import torch

logits, right = torch.tensor([[2.0, 0.0, -1.0]]), torch.tensor([0])
loss_fn = torch.nn.CrossEntropyLoss()
wanted = -logits.softmax(dim=1)[0, 0].log()
plain = torch.isclose(loss_fn(logits, right), wanted).item()
after_softmax = torch.isclose(loss_fn(logits.softmax(dim=1), right), wanted).item()
print(json.dumps({"answer": after_softmax, "wrong": {"true": plain and not after_softmax}}))
