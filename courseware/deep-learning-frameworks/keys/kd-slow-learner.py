"""Why the PyTorch program learns more slowly: with the rate of Keras it takes the very same steps."""

import json
import os
from pathlib import Path

os.environ["KERAS_BACKEND"] = "jax"
import keras
import torch


def in_pytorch(**arguments):
    """Return the weight after ten steps of PyTorch's optimizer."""
    w = torch.tensor([5.0], requires_grad=True)
    optimizer = torch.optim.SGD([w], **arguments)
    for _ in range(10):
        optimizer.zero_grad()
        (w * w).sum().backward()
        optimizer.step()
    return w.item()


w, optimizer = keras.Variable([5.0]), keras.optimizers.SGD()
for _ in range(10):
    optimizer.apply([2 * w.value], [w])
in_keras = float(w.value[0])
slower = 5 - in_pytorch() < 0.2 * (5 - in_keras)
repaired = abs(in_pytorch(lr=0.01) - in_keras) < 1e-4
core = max(file.stat().st_size for file in Path(torch.__file__).parent.rglob("*.so*"))
print(
    json.dumps(
        {
            "rate": slower and repaired,
            "language": core < 1_000_000,
            "algorithm": not slower,
            "speed": not repaired,
        }
    )
)
