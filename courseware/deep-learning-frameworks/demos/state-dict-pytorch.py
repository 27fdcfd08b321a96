import io

import torch

model = torch.nn.Linear(2, 1)
print(list(model.state_dict()))

file = io.BytesIO()
torch.save(model, file)              # the whole module, by pickle
file.seek(0)
try:
    torch.load(file)
except Exception:
    print("the whole module: refused by default")

file = io.BytesIO()
torch.save(model.state_dict(), file)
file.seek(0)
copy = torch.nn.Linear(2, 1)         # the code of the model is needed
copy.load_state_dict(torch.load(file))
print("the same weights:", torch.equal(copy.weight, model.weight))
