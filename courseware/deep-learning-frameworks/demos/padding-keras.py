import keras
import numpy as np

for stride in (1, 2):
    for padding in ("valid", "same"):
        layer = keras.layers.Conv2D(1, 3, strides=stride, padding=padding)
        print(f"7 x 7, stride {stride}, {padding}:", layer.compute_output_shape((1, 7, 7, 1)))

middle = np.zeros((3, 3, 1, 1), "float32")
middle[1, 1] = 1                     # a filter that picks the middle
image = np.arange(16, dtype="float32").reshape(1, 4, 4, 1)
out = keras.ops.conv(image, middle, strides=2, padding="same")
print("same, stride 2, picks:", keras.ops.convert_to_numpy(out)[0, :, :, 0].tolist())
