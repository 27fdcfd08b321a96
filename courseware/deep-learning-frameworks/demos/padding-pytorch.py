import torch
import torch.nn.functional as F

print("default padding:", torch.nn.Conv2d(1, 1, 3).padding)
try:
    torch.nn.Conv2d(1, 1, 3, stride=2, padding="same")
except ValueError:
    print('"same" with stride 2: refused')

middle = torch.zeros(1, 1, 3, 3)
middle[0, 0, 1, 1] = 1               # a filter that picks the middle
image = torch.arange(16.0).reshape(1, 1, 4, 4)
print("padding 1, stride 2, picks:", F.conv2d(image, middle, stride=2, padding=1)[0, 0].tolist())
