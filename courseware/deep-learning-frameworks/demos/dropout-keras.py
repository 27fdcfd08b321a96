import keras
import numpy as np

layer = keras.layers.Dropout(0.5)
x = np.ones(1000, "float32")
print(np.unique(layer(x)))
print(np.unique(layer(x, training=True)))
