"""What is different after eval(): dropout, recording, the statistics that are used and moved, requires_grad."""

import json

import torch

torch.manual_seed(0)
dropout, norm = torch.nn.Dropout(0.5), torch.nn.BatchNorm1d(2)
model = torch.nn.Sequential(dropout, norm)
x = torch.tensor([[1.0, 5.0], [3.0, 9.0]])
model(x)
model.eval()
before = norm.running_mean.clone()
used = (x - norm.running_mean) / (norm.running_var + norm.eps).sqrt()
out = model(x)
print(
    json.dumps(
        {
            "dropout-idle": torch.equal(dropout(x), x),
            "not-recorded": not out.requires_grad,
            "running-used": torch.allclose(out, used),
            "running-still": torch.equal(norm.running_mean, before),
            "params-fixed": not any(p.requires_grad for p in model.parameters()),
        }
    )
)
