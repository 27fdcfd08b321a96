import math

import keras
import numpy as np

layer = keras.layers.Dense(3)
print("tables before the first input:", len(layer.weights))
layer(np.zeros((1, 4), "float32"))
print("kernel:", tuple(layer.kernel.shape))

out = keras.layers.Dense(3)(np.zeros((2, 5, 4), "float32"))
print("three axes in, three axes out:", tuple(out.shape))

layer = keras.layers.Dense(50)
layer.build((None, 100))
kernel = np.abs(keras.ops.convert_to_numpy(layer.kernel))
limit = math.sqrt(6 / (100 + 50))
print(f"within the Glorot limit {limit:.2f}:", bool(kernel.max() <= limit))
print("fills it:", bool(kernel.max() > 0.98 * limit))
print("biases:", set(keras.ops.convert_to_numpy(layer.bias).tolist()))

words = keras.layers.Embedding(5000, 64)
words.build()
table = keras.ops.convert_to_numpy(words.embeddings)
print(f"embedding from {table.min():.2f} to {table.max():.2f}")
