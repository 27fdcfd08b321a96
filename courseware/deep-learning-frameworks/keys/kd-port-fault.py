"""The line that mixes channels and pixels: with permute in its place the model gets the same images."""

import json

import numpy as np
import torch

torch.manual_seed(0)
images = np.random.default_rng(0).normal(size=(32, 28, 28, 3)).astype("float32")
model = torch.nn.Sequential(
    torch.nn.Conv2d(3, 8, 5), torch.nn.ReLU(), torch.nn.Flatten(), torch.nn.Dropout(0.5), torch.nn.Linear(4608, 10)
)
model.eval()
x = torch.from_numpy(images)
with torch.no_grad():
    wanted = model(torch.stack([torch.stack([x[i, :, :, c] for c in range(3)]) for i in range(32)]))
    mixed, moved = model(x.view(32, 3, 28, 28)), model(x.permute(0, 3, 1, 2))
recorded = model(x.permute(0, 3, 1, 2))
answer = 3 if torch.allclose(moved, wanted, atol=1e-4) and not torch.allclose(mixed, wanted, atol=1e-2) else None
model.train()
with torch.no_grad():
    needs_eval = not torch.equal(model(x.permute(0, 3, 1, 2)), moved)
print(
    json.dumps(
        {
            "answer": answer,
            "wrong": {
                "2": np.array_equal(x.numpy(), images),
                "4": needs_eval,
                "5": torch.allclose(recorded, moved, atol=1e-5),
                "7": tuple(moved.argmax(dim=1).shape) == (32,),
            },
        }
    )
)
