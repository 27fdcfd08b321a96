import os
os.environ["KERAS_BACKEND"] = "torch"
import keras
import torch

keras.utils.set_random_seed(0)
X = torch.randn(256, 2)
y = X.sum(dim=1, keepdim=True)

model = keras.Sequential([
    keras.Input((2,)), keras.layers.Dense(8, activation="relu"),
    keras.layers.Dense(1)])
model.compile(optimizer=keras.optimizers.Adam(0.02), loss="mse")
model.fit(X, y, epochs=40, verbose=0)

print("backend:", keras.config.backend())
print("a torch.nn.Module:", isinstance(model, torch.nn.Module))
print("loss below 0.05:", model.evaluate(X, y, verbose=0) < 0.05)
