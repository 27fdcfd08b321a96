import keras
import numpy as np

layer = keras.layers.Dropout(0.25, seed=1)
out = keras.ops.convert_to_numpy(layer(np.ones(100_000, "float32"), training=True))
print(f"dropped: {(out == 0).mean():.2f}, kept values: {out.max():.4f}")
