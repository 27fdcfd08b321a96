import keras
import numpy as np

logits = np.array([[2.0, 0.0, -1.0]], "float32")
sparse = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
categorical = keras.losses.CategoricalCrossentropy(from_logits=True)
print(f"class number 0: {float(sparse(np.array([0]), logits)):.4f}")
print(f"one-hot 1, 0, 0: {float(categorical(np.array([[1.0, 0.0, 0.0]]), logits)):.4f}")
