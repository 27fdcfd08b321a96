"""The task that TensorFlow does, the gradient of a loss as a number, and two that it does not."""

import json

import tensorflow as tf

w = tf.Variable(3.0)
with tf.GradientTape() as tape:
    loss = (w * 2.0 - 1.0) ** 2
graph = tf.function(lambda v: v + v - v).get_concrete_function(tf.TensorSpec([])).graph
written = {operation.type for operation in graph.get_operations()}
x = tf.linspace(0.0, 3.0, 1000)
agrees = bool(tf.reduce_all(tf.sin(x) ** 2 + tf.cos(x) ** 2 == 1.0))  # as formulas they do, as rounded numbers not
print(
    json.dumps(
        {
            "gradient": float(tape.gradient(loss, w)) == 20.0,
            "shorten": not written >= {"AddV2", "Sub"},
            "prove": agrees,
        }
    )
)
