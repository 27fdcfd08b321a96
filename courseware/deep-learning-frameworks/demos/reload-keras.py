import keras

def build():
    return keras.Sequential([keras.Input((4,)), keras.layers.Dense(3)])

first, second = build(), build()
x = keras.ops.ones((1, 4))

print(bool(keras.ops.all(first(x) == second(x))))
first.save_weights("first.weights.h5")
second.load_weights("first.weights.h5")
print(bool(keras.ops.all(first(x) == second(x))))
