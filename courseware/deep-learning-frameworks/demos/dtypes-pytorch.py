import numpy as np
import torch

t = torch.from_numpy(np.zeros((1, 2)))
print("from NumPy:", t.dtype, "from Python:", torch.tensor([1.0]).dtype)
try:
    torch.nn.Linear(2, 1)(t)
except RuntimeError:
    print("Linear refuses float64")
print("after float():", torch.nn.Linear(2, 1)(t.float()).dtype)
print("int32 + float32:", (torch.tensor([1], dtype=torch.int32) + torch.tensor([1.0])).dtype)
