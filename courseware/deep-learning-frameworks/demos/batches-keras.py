import inspect

import keras
import numpy as np

print("shuffle:", inspect.signature(keras.Model.fit).parameters["shuffle"].default)
model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1, kernel_initializer="zeros")])
model.compile(keras.optimizers.SGD(0.0), "mse")
model.fit(np.zeros((100, 1)), np.zeros((100, 1)), epochs=2, verbose=0)
print("100 examples, 2 epochs, steps:", int(model.optimizer.iterations))

y = np.concatenate([np.zeros((80, 1)), np.ones((20, 1))])     # the last fifth differs
run = model.fit(np.zeros((100, 1)), y, validation_split=0.2, verbose=0)
for name in ("loss", "val_loss"):
    print(name, round(run.history[name][0], 4))
