import numpy as np
import torch

array = np.zeros(3, "float32")
shared, copied = torch.from_numpy(array), torch.tensor(array)
array[0] = 9
print(shared, copied)
