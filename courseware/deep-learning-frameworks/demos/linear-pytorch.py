import math

import torch

layer = torch.nn.Linear(4, 3)
print("weight:", tuple(layer.weight.shape))
print("three axes in, three axes out:", tuple(layer(torch.zeros(2, 5, 4)).shape))

torch.manual_seed(0)
layer = torch.nn.Linear(100, 50)
limit = 1 / math.sqrt(100)
for name, values in (("weights", layer.weight), ("biases", layer.bias)):
    largest = values.abs().max().item()
    print(f"{name} within {limit}:", largest <= limit, "and fill it:", largest > 0.9 * limit)

words = torch.nn.Embedding(5000, 64)
print(f"embedding: mean {abs(words.weight.mean().item()):.1f}, spread {words.weight.std().item():.1f}")
