from pathlib import Path

import keras
import numpy as np
import tensorflow as tf

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
x = np.ones((1, 4), "float32")
model.export("net", format="tf_saved_model", verbose=False)
again = tf.saved_model.load("net")
print("the same result from the SavedModel:", np.allclose(model(x), again.serve(x)))

model.export("net.tflite", format="litert", verbose=False)
print("the LiteRT file starts with:", Path("net.tflite").read_bytes()[4:8].decode())
