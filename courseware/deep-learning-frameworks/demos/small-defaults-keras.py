import keras
import numpy as np

layers = keras.layers
print("LeakyReLU slope:", layers.LeakyReLU().negative_slope)
print("LayerNormalization epsilon:", layers.LayerNormalization().epsilon)
print("std of 1, 2, 3, 4:", round(float(keras.ops.std(np.array([1.0, 2.0, 3.0, 4.0]))), 4))
pool = layers.AveragePooling2D(2, strides=1, padding="same")
out = keras.ops.convert_to_numpy(pool(np.ones((1, 2, 2, 1), "float32")))
print("average pooling at the edge:", out[0, :, :, 0].tolist())
