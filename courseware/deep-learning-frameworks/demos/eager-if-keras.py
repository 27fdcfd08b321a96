import keras

def f(x):
    if keras.ops.sum(x) > 0:
        return x * 2
    return -x

print(f(keras.ops.convert_to_tensor([1.0, -3.0])))
