import keras
import numpy as np

x = np.zeros((2, 5, 8), "float32")      # batch, time, features
for layer in (keras.layers.LSTM(16), keras.layers.GRU(16), keras.layers.SimpleRNN(16)):
    layer(x)
    print(type(layer).__name__, layer.count_params())

print("returns the last step:", tuple(keras.layers.LSTM(16)(x).shape))
whole = keras.layers.LSTM(16, return_sequences=True)
print("return_sequences=True:", tuple(whole(x).shape))
