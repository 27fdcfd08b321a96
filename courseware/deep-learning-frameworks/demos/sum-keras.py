import keras

x = keras.ops.convert_to_tensor([1.0, 2.0, 3.0])
print(keras.ops.sum(x * x))
