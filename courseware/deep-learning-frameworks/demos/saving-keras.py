#: hide
import zipfile

import keras
import numpy as np

x = np.linspace(-1, 1, 8, dtype="float32").reshape(2, 4)
model = keras.Sequential([
    keras.Input((4,)), keras.layers.Dense(3, activation="relu"),
    keras.layers.Dense(1)])
model.compile(optimizer="adam", loss="mse")
model.fit(x, np.zeros((2, 1)), verbose=0)

#: show
model.save("model.keras")
print(sorted(zipfile.ZipFile("model.keras").namelist()))

copy = keras.models.load_model("model.keras")
print(np.allclose(model.predict(x, verbose=0), copy.predict(x, verbose=0)))
