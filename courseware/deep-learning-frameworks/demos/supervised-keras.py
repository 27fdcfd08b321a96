import keras
import numpy as np

x = np.array([[1.0], [2.0]])
for labels in (2 * x, -3 * x):       # the labels decide what is learnt
    model = keras.Sequential([
        keras.Input((1,)),
        keras.layers.Dense(1, use_bias=False, kernel_initializer="zeros")])
    model.compile(keras.optimizers.SGD(0.1), "mse")
    model.fit(x, labels, epochs=20, verbose=0)
    print("labels", labels.ravel(), "learnt weight", round(float(model.get_weights()[0][0, 0]), 2))
