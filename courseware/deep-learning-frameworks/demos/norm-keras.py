import keras
import numpy as np

layer = keras.layers.BatchNormalization()
layer.build((None, 3))
trainable = sum(int(np.prod(w.shape)) for w in layer.trainable_weights)
print("momentum:", layer.momentum, "epsilon:", layer.epsilon)
print("3 channels, counted:", layer.count_params(), "trainable:", trainable)

layer(np.full((4, 3), 10.0, "float32"), training=True)
print("average after one batch of tens:", [round(float(v), 4) for v in layer.moving_mean.value])

layer = keras.layers.BatchNormalization()
layer(np.array([[0.0], [2.0]], "float32"), training=True)
print("variance after 0 and 2:", round(float(layer.moving_variance[0]), 4))

frozen = keras.layers.BatchNormalization(trainable=False)
frozen(np.full((4, 3), 10.0, "float32"), training=True)
print("frozen, the average stays:", keras.ops.convert_to_numpy(frozen.moving_mean).tolist())
