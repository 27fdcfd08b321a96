"""How the results of the two convolutions compare: size, numbers, and numbers away from the edge."""

import json
import os

os.environ["KERAS_BACKEND"] = "tensorflow"
import keras
import numpy as np
import torch

rng = np.random.default_rng(0)
kernel = rng.normal(size=(3, 3, 1, 1)).astype("float32")
image = rng.normal(size=(1, 4, 4, 1)).astype("float32")
layer = keras.layers.Conv2D(1, 3, strides=2, padding="same", use_bias=False)
layer.build((1, 4, 4, 1))
layer.kernel.assign(kernel)
ours = keras.ops.convert_to_numpy(layer(image))[0, :, :, 0]
turned = torch.tensor(kernel).permute(3, 2, 0, 1)
theirs = torch.nn.functional.conv2d(torch.tensor(image).permute(0, 3, 1, 2), turned, stride=2, padding=1)[0, 0].numpy()
same_size = ours.shape == theirs.shape
agree = np.isclose(ours, theirs, atol=1e-5) if same_size else np.zeros(1, bool)
print(
    json.dumps(
        {
            "equal": bool(agree.all()),
            "larger": not same_size,
            "shifted": same_size and not agree.any(),
            "edge": bool(agree.any() and not agree.all()),
        }
    )
)
