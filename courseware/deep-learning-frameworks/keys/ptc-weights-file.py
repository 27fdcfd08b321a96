"""Whether a saved state_dict can predict by itself, and whether it can with the model's class."""

import io
import json

import torch

model, x = torch.nn.Sequential(torch.nn.Linear(2, 3), torch.nn.ReLU()), torch.ones(1, 2)
file = io.BytesIO()
torch.save(model.state_dict(), file)
file.seek(0)
found = torch.load(file)
is_numbers = not callable(found) and all(isinstance(value, torch.Tensor) for value in found.values())
copy = torch.nn.Sequential(torch.nn.Linear(2, 3), torch.nn.ReLU())
copy.load_state_dict(found)
with_code = torch.equal(copy(x), model(x))
print(json.dumps({"answer": is_numbers and with_code, "wrong": {"false": is_numbers}}))
