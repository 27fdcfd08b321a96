import numpy as np
import keras

rng = np.random.default_rng(0)
X = rng.normal(size=(512, 2)).astype("float32")
y = (X[:, 0] * X[:, 1] > 0).astype("float32")
keras.utils.set_random_seed(0)

model = keras.Sequential([
    keras.layers.Dense(32, activation="relu"),
    keras.layers.Dense(1, activation="sigmoid")])
model.compile(optimizer=keras.optimizers.Adam(0.02),
              loss="binary_crossentropy", metrics=["accuracy"])
model.fit(X, y, epochs=20, batch_size=32, verbose=0)
loss, accuracy = model.evaluate(X, y, verbose=0)
print("accuracy above 0.9:", accuracy > 0.9)
