import keras

values = keras.random.uniform((3,), seed=0)
print([round(float(v), 4) for v in values])
