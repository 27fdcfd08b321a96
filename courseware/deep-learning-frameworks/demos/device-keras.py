import keras

with keras.device("cpu:0"):
    x = keras.ops.ones((2, 3))
print(x.device[-5:])
