import keras
import numpy as np

model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1, use_bias=False)])
model.set_weights([np.array([[1.0]])])
model.compile(optimizer=keras.optimizers.SGD(0.1), loss="mse")

model.fit(np.array([[2.0]]), np.array([[6.0]]), verbose=0)
print(round(float(model.get_weights()[0][0, 0]), 4))
