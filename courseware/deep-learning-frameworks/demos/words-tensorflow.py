import numpy as np
import tensorflow as tf

good = ["great movie", "really great fun", "loved this film",
        "fun and great", "loved it", "a lovely film"]
bad = ["awful movie", "really awful mess", "hated this film",
       "a boring mess", "hated it", "boring and awful"]
words = sorted({w for s in good + bad for w in s.split()})
number = {w: i + 1 for i, w in enumerate(words)}
X = np.array([([number[w] for w in s.split()] + [0, 0])[:3]
              for s in good + bad])
y = np.array([1] * 6 + [0] * 6, "float32")
tf.random.set_seed(0)

table = tf.Variable(tf.random.normal((len(words) + 1, 8)))
weight = tf.Variable(tf.random.normal((8, 1)))

def logits(x):
    return tf.squeeze(tf.reduce_mean(tf.gather(table, x), 1) @ weight, -1)

@tf.function
def step():
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(
            labels=y, logits=logits(X)))
    gradients = tape.gradient(loss, (table, weight))
    for v, g in zip((table, weight), gradients):
        v.assign_sub(2.0 * tf.convert_to_tensor(g))

for _ in range(100):
    step()
says_good = (logits(X) > 0).numpy()
print("right:", int((says_good == y).sum()), "of", len(y))
