#: hide
import keras
import numpy as np

#: show
raw = np.array([[2.0, 0.0, -1.0]])
label = np.array([0])
Loss = keras.losses.SparseCategoricalCrossentropy
print(f"{float(Loss()(label, raw)):.4f}")
print(f"{float(Loss(from_logits=True)(label, raw)):.4f}")
