import keras

image = keras.ops.zeros((1, 32, 32, 3))
layer = keras.layers.Conv2D(8, 5)
print("result:", tuple(layer(image).shape))
print("weight:", tuple(layer.kernel.shape))
