"""Which sizes and which form of the kernel give a PyTorch layer that computes what the Keras layer does."""

import json
import os

os.environ["KERAS_BACKEND"] = "jax"
import keras
import numpy as np
import torch

old = keras.layers.Dense(3)
old.build((None, 4))
kernel = torch.tensor(keras.ops.convert_to_numpy(old.kernel))
x = np.arange(8, dtype="float32").reshape(2, 4)
wanted = keras.ops.convert_to_numpy(old(x))


def agrees(sizes=(4, 3), moved=kernel.T):
    """Say whether a new layer gives the numbers of the old one."""
    try:
        new = torch.nn.Linear(*sizes)
        with torch.no_grad():
            new.weight.copy_(moved)
            new.bias.zero_()
            return np.allclose(new(torch.from_numpy(x)).numpy(), wanted, atol=1e-5)
    except (RuntimeError, TypeError):
        return False


print(
    json.dumps(
        {
            "sizes/outputs": agrees(sizes=(3,)),
            "sizes/in-out": agrees(sizes=(4, 3)),
            "sizes/out-in": agrees(sizes=(3, 4)),
            "moved/as-is": agrees(moved=kernel),
            "moved/regrouped": agrees(moved=kernel.reshape(3, 4)),
            "moved/turned": agrees(moved=kernel.T),
        }
    )
)
