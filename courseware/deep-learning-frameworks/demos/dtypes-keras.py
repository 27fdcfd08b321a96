import keras
import numpy as np

array = np.zeros((1, 2))
out = keras.layers.Dense(1)(array)
print("array:", array.dtype, "result:", keras.backend.standardize_dtype(out.dtype))

half = keras.layers.Dense(1, dtype="mixed_float16")
out = half(array)
print("mixed_float16 computes in:", keras.backend.standardize_dtype(out.dtype))
print("mixed_float16 stores:", keras.backend.standardize_dtype(half.kernel.dtype))
