import torch

image = torch.zeros(1, 3, 8, 8)
sound = torch.zeros(1, 1, 100)
words = torch.zeros(1, 5, dtype=torch.long)
print("an image:", tuple(torch.nn.Conv2d(3, 4, 3)(image).shape))
print("a sound:", tuple(torch.nn.Conv1d(1, 4, 3)(sound).shape))
print("a sentence:", tuple(torch.nn.Embedding(10, 4)(words).shape))
