import logging
import warnings

import torch

warnings.filterwarnings("ignore")
logging.disable(logging.CRITICAL)

def branch(x):
    if x.sum() > 0:
        return x + 1
    return x - 1

class Net(torch.nn.Module):
    def forward(self, x):
        return branch(x)

def with_cond(x):
    return torch.cond(x.sum() > 0, lambda x: x + 1, lambda x: x - 1, (x,))

x = -torch.ones(2)
graphs = []

def backend(graph, example_inputs):
    graphs.append(graph)
    return graph.forward

print("compiled:", torch.compile(branch, backend=backend)(x), "in graphs:", len(graphs))

torch.compiler.reset()
print("torch.cond as one graph:", torch.compile(with_cond, backend="eager", fullgraph=True)(x))
try:
    torch.export.export(Net(), (x,))
except Exception:
    print("torch.export: error")

traced = torch.jit.trace(branch, torch.ones(2))
print("jit.trace of a positive example:", traced(x), "instead of", branch(x))
