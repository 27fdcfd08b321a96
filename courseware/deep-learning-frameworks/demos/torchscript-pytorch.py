import warnings

import torch

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    torch.jit.script(torch.nn.Linear(2, 1))

said = " ".join(str(w.message) for w in caught)
print("it warns that it is deprecated:", "deprecated" in said)
print("it points to torch.compile:", "torch.compile" in said)
print("it points to torch.export:", "torch.export" in said)
