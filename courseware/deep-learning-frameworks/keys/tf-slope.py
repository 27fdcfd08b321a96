"""Which number the tape returns, and what the known mistakes give."""

import json

import tensorflow as tf

x = tf.Variable(1.5)
c = tf.constant(3.0)
with tf.GradientTape(persistent=True) as tape:
    y = c * x * x
    square = x * x
answer = float(tape.gradient(y, x))
mistakes = {
    "6.75": float(y),
    "4.5": answer / 2,
    "3": float(tape.gradient(square, x)),
    "2.25": float(square),
    "0": 0.0,
}
wrong = {near: abs(float(near) - value) < 1e-4 and abs(value - answer) > 0.1 for near, value in mistakes.items()}
print(json.dumps({"answer": answer, "wrong": wrong}))
