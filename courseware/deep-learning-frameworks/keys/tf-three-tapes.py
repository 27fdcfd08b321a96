"""What three tapes return one after the other."""

import json

import tensorflow as tf

w = tf.Variable(3.0)
slopes = []
for _ in range(3):
    with tf.GradientTape() as tape:
        y = w * 4.0
    slopes.append(float(tape.gradient(y, w)))
texts = {
    "adding": "[4.0, 8.0, 12.0]",
    "values": "[12.0, 12.0, 12.0]",
    "same": "[4.0, 4.0, 4.0]",
    "once": "[4.0, 0.0, 0.0]",
}
print(json.dumps({name: text == str(slopes) for name, text in texts.items()}))
