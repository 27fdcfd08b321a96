import keras
import numpy as np

layer = keras.layers.Conv2D(8, 5)
image = np.zeros((1, 32, 32, 3), "float32")
print("setting:", keras.config.image_data_format())
print("result:", tuple(layer(image).shape))
