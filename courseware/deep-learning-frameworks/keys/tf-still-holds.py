"""Four of the statements: several levels, no graph needed first, formulas left as they are, and a compiled core."""

import json
from pathlib import Path

import tensorflow as tf

x, w = tf.constant([[1.0, 2.0]]), tf.constant([[3.0], [4.0]])
layer = tf.keras.layers.Dense(1, use_bias=False)
layer.build((None, 2))
layer.set_weights([w])
levels = {float(tf.squeeze(y)) for y in (layer(x), x @ w, tf.raw_ops.MatMul(a=x, b=w))}
largest = max(path.stat().st_size for path in Path(tf.__file__).parent.rglob("*.so*"))
graph = tf.function(lambda v: v + v - v).get_concrete_function(tf.TensorSpec([])).graph
written = {operation.type for operation in graph.get_operations()}
print(
    json.dumps(
        {
            "formulas": not written >= {"AddV2", "Sub"},  # v + v - v is not shortened to v
            "levels": levels == {11.0},
            "graph-first": not tf.executing_eagerly(),
            "core": largest > 50_000_000,
        }
    )
)
