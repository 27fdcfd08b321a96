import tensorflow as tf

image = tf.zeros((1, 32, 32, 3))
kernel = tf.zeros((5, 5, 3, 8))
result = tf.nn.conv2d(image, kernel, strides=1, padding="VALID")
print("result:", tuple(result.shape))
print("weight:", tuple(kernel.shape))
