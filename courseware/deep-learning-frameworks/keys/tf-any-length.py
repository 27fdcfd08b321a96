"""Which signature takes all three vectors with one trace; for each gap, the other one is filled in right."""

import json

import tensorflow as tf

shapes = {"scalar": [], "three": [3], "any": [None], "table": [None, None]}
types = {"float": tf.float32, "int": tf.int32, "double": tf.float64}


def works(shape, dtype):
    """Say whether the three calls go through with one trace."""
    total = tf.function(tf.reduce_sum, input_signature=[tf.TensorSpec(shape, dtype)])
    try:
        for vector in ([1.5], [1.5, 2.5], [1.5, 2.5, 3.5]):
            total(tf.constant(vector))
    except (TypeError, ValueError, tf.errors.InvalidArgumentError):
        return False
    return total.experimental_get_tracing_count() == 1


print(
    json.dumps(
        {f"shape/{name}": works(shape, tf.float32) for name, shape in shapes.items()}
        | {f"type/{name}": works([None], dtype) for name, dtype in types.items()}
    )
)
