"""How many parameters the PyTorch layer has, with what Keras counts and what other readings of the biases give."""

import json
import os

os.environ["KERAS_BACKEND"] = "jax"
import keras
import torch

layer = torch.nn.LSTM(4, 10)
answer = sum(p.numel() for p in layer.parameters())
keras_model = keras.Sequential([keras.Input((None, 4)), keras.layers.LSTM(10)])
in_keras = keras_model.count_params()
unbiased = sum(p.numel() for p in torch.nn.LSTM(4, 10, bias=False).parameters())
vector = layer.bias_ih_l0.numel()
mistakes = {
    "600": in_keras,
    "610": in_keras + 10,
    "560": unbiased,
    "1200": 2 * in_keras,
    "680": in_keras + 2 * vector,
}
print(json.dumps({"answer": answer, "wrong": {text: int(text) == v != answer for text, v in mistakes.items()}}))
