import keras

t = keras.ops.zeros(3)
try:
    t[0] = 5.0
    print("changed in place:", float(t[0]))
except TypeError:
    print("a tensor of this backend cannot be changed in place")

model = keras.Sequential([keras.Input((100,)), keras.layers.Dense(50)])
print("parameters:", model.count_params(), "bytes:", 4 * model.count_params())
