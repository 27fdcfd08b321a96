"""Eager code has its numbers on the way, a graph is written down first and goes on without the Python function."""

import json
import tempfile

import tensorflow as tf

seen = []


def f(x):
    """Look at a number on the way."""
    y = x + 1.0
    seen.append(tf.is_symbolic_tensor(y))
    return y * 2.0


f(tf.constant(1.0))
tf.function(f)(tf.constant(1.0))
eager, traced = seen

module = tf.Module()
module.f = tf.function(f, input_signature=[tf.TensorSpec([])])
with tempfile.TemporaryDirectory() as folder:
    tf.saved_model.save(module, folder)
    calls = len(seen)
    again = float(tf.saved_model.load(folder).f(tf.constant(1.0)))
compiled = tf.function(lambda x: (x + 1.0) * 2.0 - x, jit_compile=True)
is_fused = "fusion" in compiled.experimental_get_compiler_ir(tf.ones(8))(stage="optimized_hlo")
goes_on = again == 4.0 and len(seen) == calls
print(
    json.dumps(
        {
            "reach": "graph" if eager else "eager",
            "debugger": "graph" if eager else "eager",
            "written": "graph" if traced else "eager",
            "whole": "graph" if is_fused else "eager",
            "away": "graph" if goes_on else "eager",
        }
    )
)
