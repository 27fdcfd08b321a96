import numpy as np
import keras

good = ["great movie", "really great fun", "loved this film",
        "fun and great", "loved it", "a lovely film"]
bad = ["awful movie", "really awful mess", "hated this film",
       "a boring mess", "hated it", "boring and awful"]
words = sorted({w for s in good + bad for w in s.split()})
number = {w: i + 1 for i, w in enumerate(words)}
X = np.array([([number[w] for w in s.split()] + [0, 0])[:3]
              for s in good + bad])
y = np.array([1] * 6 + [0] * 6, "float32")
keras.utils.set_random_seed(0)

model = keras.Sequential([
    keras.layers.Embedding(len(words) + 1, 8),
    keras.layers.GlobalAveragePooling1D(),
    keras.layers.Dense(1)])
model.compile(
    optimizer=keras.optimizers.Adam(0.1),
    loss=keras.losses.BinaryCrossentropy(from_logits=True))
model.fit(X, y, epochs=30, batch_size=12, verbose=0)
says_good = model.predict(X, verbose=0)[:, 0] > 0
print("right:", int((says_good == y).sum()), "of", len(y))
