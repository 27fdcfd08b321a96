"""How the values of a new dense layer are drawn in each library, from large layers."""

import json
import os

os.environ["KERAS_BACKEND"] = "jax"
import keras
import numpy as np
import torch

keras.utils.set_random_seed(0)
torch.manual_seed(0)


def in_keras(inputs, outputs):
    """Return the weights and biases of a new Keras layer."""
    layer = keras.layers.Dense(outputs)
    layer.build((None, inputs))
    return keras.ops.convert_to_numpy(layer.kernel), keras.ops.convert_to_numpy(layer.bias)


def in_pytorch(inputs, outputs):
    """Return the weights and biases of a new PyTorch layer."""
    layer = torch.nn.Linear(inputs, outputs)
    return layer.weight.detach().numpy(), layer.bias.detach().numpy()


def narrowing(draw, sizes):
    """Return how many times narrower the range is than with 100 inputs and 200 outputs."""
    return np.abs(draw(100, 200)[0]).max() / np.abs(draw(*sizes)[0]).max()


def holds_for(test):
    """Return the column in which a statement belongs."""
    found = test(in_keras), test(in_pytorch)
    return {(True, False): "keras", (False, True): "pytorch", (True, True): "both"}.get(found)


print(
    json.dumps(
        {
            "zero": holds_for(lambda draw: not draw(100, 200)[1].any()),
            "random": holds_for(lambda draw: len(np.unique(draw(100, 200)[0])) > 10000),
            "inputs": holds_for(lambda draw: abs(narrowing(draw, (400, 200)) - 2) < 0.02),
            "outputs": holds_for(lambda draw: narrowing(draw, (100, 800)) > 1.2),
            "around": holds_for(lambda draw: abs((draw(100, 200)[0] < 0).mean() - 0.5) < 0.03),
        }
    )
)
