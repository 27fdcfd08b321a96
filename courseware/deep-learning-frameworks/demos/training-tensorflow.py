import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
X = rng.normal(size=(512, 2)).astype("float32")
y = (X[:, 0] * X[:, 1] > 0).astype("float32")
tf.random.set_seed(0)

def weights(inputs, outputs):
    scale = (2 / inputs) ** 0.5
    return tf.Variable(tf.random.normal((inputs, outputs), stddev=scale))

W1, b1 = weights(2, 32), tf.Variable(tf.zeros(32))
W2, b2 = weights(32, 1), tf.Variable(tf.zeros(1))
params = [W1, b1, W2, b2]

def logits(x):
    return tf.squeeze(tf.nn.relu(x @ W1 + b1) @ W2 + b2, -1)

@tf.function
def step(x, t):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(
            labels=t, logits=logits(x)))
    for p, g in zip(params, tape.gradient(loss, params)):
        p.assign_sub(0.5 * g)

data = tf.data.Dataset.from_tensor_slices((X, y))
data = data.shuffle(512, seed=0).batch(32)
for epoch in range(20):
    for xb, yb in data:
        step(xb, yb)
right = (logits(X) > 0) == (y > 0.5)
accuracy = float(tf.reduce_mean(tf.cast(right, tf.float32)))
print("accuracy above 0.9:", accuracy > 0.9)
