import keras
import numpy as np
import torch


class WithKeras(keras.layers.Layer):
    def call(self, x):
        return keras.ops.relu(x)


class WithTorch(keras.layers.Layer):
    def call(self, x):
        return torch.relu(x)


x = keras.ops.convert_to_tensor(np.array([[-1.0, 2.0]], "float32"))
for layer in (WithKeras(), WithTorch()):
    try:
        result = keras.ops.convert_to_numpy(layer(x)).tolist()
    except Exception:
        result = "fails"
    print(type(layer).__name__, result)
