"""Two layers with ReLU between them for the input -4, and what other readings would give."""

import json

import torch

first, second, x = torch.tensor([[1.0, -1.0]]), torch.tensor([[1.0], [0.5]]), torch.tensor([[-4.0]])
hidden = x @ first
answer = (torch.relu(hidden) @ second).item()
mistakes = {
    "-2": (hidden @ second).item(),
    "-4": (-torch.relu(-hidden) @ second).item(),
    "4": torch.relu(hidden).sum().item(),
}
wrong = {near: float(near) == value != answer for near, value in mistakes.items()}
print(json.dumps({"answer": answer, "wrong": wrong}))
