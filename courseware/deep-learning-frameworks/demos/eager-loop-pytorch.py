import torch

def steps(x):
    n = 0
    while x.sum() >= 1:
        x = x / 2
        n += 1
    return n

print(steps(torch.tensor([3.0, 5.0])), steps(torch.tensor([0.1, 0.2])))
