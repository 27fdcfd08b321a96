import torch

def branch(x):
    if x.sum() > 0:
        return x + 1
    return x - 1

x = -torch.ones(2)
print("eager:", branch(x))
print("compiled:", torch.compile(branch, backend="eager")(x))
torch.compiler.reset()                # forget what was compiled
try:
    torch.compile(branch, backend="eager", fullgraph=True)(x)
except Exception:
    print("as one graph: error")
