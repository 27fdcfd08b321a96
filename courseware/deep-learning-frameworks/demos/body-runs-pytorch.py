#: hide
import torch

#: show
calls = []

def f(x):
    calls.append(1)
    return x + 1

g = torch.compile(f, backend="eager")
for i in range(4):
    g(torch.tensor(float(i)))
print(len(calls))
