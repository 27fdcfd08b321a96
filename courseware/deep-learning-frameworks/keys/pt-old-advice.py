"""What PyTorch says of TorchScript, and whether torch.export gives a model that needs no class."""

import json
import warnings

import torch

model, x = torch.nn.Linear(2, 1), torch.ones(1, 2)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    torch.jit.script(model)
said = " ".join(str(w.message) for w in caught)
is_old = "deprecated" in said and "torch.export" in said
exported = torch.export.export(model, (x,))
stands_alone = torch.allclose(exported.module()(x), model(x)) and len(list(exported.graph.nodes)) > 0
print(
    json.dumps({"keep": not is_old, "half": not is_old, "python": not stands_alone, "export": is_old and stands_alone})
)
