"""What happens at the decorator and in two calls: the body notes when Python runs it, and the graph when it runs."""

import json

import tensorflow as tf

seen = []


def noted(x):
    """Note that the graph runs."""
    seen.append("run")
    return x


def body(x):
    """Note that Python runs the body."""
    seen.append("trace")
    return tf.numpy_function(noted, [x], tf.float32) + 1.0


f = tf.function(body)
wrapped = ["wrap"] if not seen else []
f(tf.constant(1.0))
first = list(seen)
seen.clear()
f(tf.constant(2.0))
# The second call runs a graph, and none was made for it: so it was found.
second = ["find", "again"] if seen == ["run"] and f.experimental_get_tracing_count() == 1 else []
print(json.dumps({"answer": [*wrapped, *first, *second]}))
