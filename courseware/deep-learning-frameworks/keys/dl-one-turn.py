"""One turn of the training loop with one weight."""

import json

import torch

w = torch.tensor(2.0, requires_grad=True)
loss = (w * 3 - 9) ** 2
loss.backward()
gradient = w.grad.item()
torch.optim.SGD([w], lr=0.01).step()
answer = round(w.item(), 4)
mistakes = {
    "1.82": 2 + 0.01 * gradient,
    "2.09": 2 - 0.01 * gradient / 2,
    "2.06": 2 - 0.01 * gradient / 3,
    "20": 2 - gradient,
    "-16": 2 + gradient,
    "3": 9 / 3,
}
wrong = {near: abs(float(near) - value) < 1e-4 and abs(value - answer) > 0.01 for near, value in mistakes.items()}
print(json.dumps({"answer": answer, "wrong": wrong}))
