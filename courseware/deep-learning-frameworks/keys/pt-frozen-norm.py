"""What the program prints, and what it would print if frozen or evaluated otherwise."""

import json
import os

os.environ["KERAS_BACKEND"] = "jax"
import keras
import numpy as np
import torch


def mean(batches, momentum=0.1):
    """Return the running mean after batches, each given with whether the layer is in training mode."""
    layer = torch.nn.BatchNorm1d(2, momentum=momentum)
    layer.requires_grad_(False)
    for value, is_training in batches:
        layer.train(is_training)
        layer(torch.full((4, 2), value))
    return layer.running_mean[0]


answer = mean([(10.0, True), (20.0, False)])
frozen = keras.layers.BatchNormalization(momentum=0.9)
frozen.trainable = False
frozen(np.full((4, 2), 10.0, "float32"), training=True)
in_keras = float(keras.ops.convert_to_numpy(frozen.moving_mean)[0])
printed = str(answer.item())
mistakes = {
    "0.0": in_keras,
    "2.9": round(mean([(10.0, True), (20.0, True)]).item(), 4),
    "9.0": mean([(10.0, True), (20.0, False)], momentum=0.9).item(),
    "2.0": mean([(10.0, False), (20.0, True)]).item(),
    "tensor(1.)": answer,
}
wrong = {text: str(value) == text != printed for text, value in mistakes.items()}
print(json.dumps({"answer": printed, "wrong": wrong}))
