import keras

v = keras.Variable([1.0, 2.0])
v.assign([5.0, 2.0])
print(keras.ops.convert_to_numpy(v))
