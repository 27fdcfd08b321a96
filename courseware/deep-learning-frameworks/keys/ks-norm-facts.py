"""What frozen batch normalisation does in Keras and in PyTorch, and what Keras counts."""

import json
import os

os.environ["KERAS_BACKEND"] = "jax"
import keras
import numpy as np
import torch

frozen = keras.layers.BatchNormalization()
frozen.build((None, 3))
frozen.trainable = False
frozen(np.full((4, 3), 10.0, "float32"), training=True)
norm = torch.nn.BatchNorm1d(3)
norm.requires_grad_(False)
norm(torch.full((4, 3), 10.0))
in_keras, in_torch = float(frozen.moving_mean[0]), norm.running_mean[0].item()
print(
    json.dumps(
        {f"count/{name}": frozen.count_params() == n for name, n in {"six": 6, "three": 3, "twelve": 12}.items()}
        | {f"keras/{name}": abs(in_keras - n) < 1e-4 for name, n in {"still": 0, "slow": 0.1, "full": 10}.items()}
        | {f"pytorch/{name}": abs(in_torch - n) < 1e-4 for name, n in {"still": 0, "slow": 0.1, "moved": 1}.items()}
    )
)
