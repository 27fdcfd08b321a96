"""A file with a state_dict holds nothing that could be run; under torch.compile Python runs in each call."""

import io
import json

import torch

file = io.BytesIO()
torch.save(torch.nn.Linear(2, 1).state_dict(), file)
file.seek(0)
held = torch.load(file)
only_tensors = all(isinstance(value, torch.Tensor) and not callable(value) for value in held.values())
calls = []


class Noting(torch.nn.Module):
    """A model whose Python code leaves a trace."""

    def forward(self, x):
        """Note the call."""
        calls.append(1)
        return x * 2


compiled = torch.compile(Noting(), backend="eager")
for _ in range(3):
    compiled(torch.ones(1))
goes_without = len(calls) < 3
print(json.dumps({"numbers": callable(held) or not only_tensors, "jit-compiled": goes_without}))
