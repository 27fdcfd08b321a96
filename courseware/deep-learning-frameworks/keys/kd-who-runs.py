"""Which package holds no compiled code, which backends Keras starts on, and whether TensorFlow needs Keras."""

import json
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path


def has_compiled_code(name):
    """Say whether a package brings compiled libraries."""
    return any(Path(find_spec(name).origin).parent.rglob("*.so*"))


def runs_through(code, backend=""):
    """Say whether a program of its own ends without an error."""
    environment = os.environ | ({"KERAS_BACKEND": backend} if backend else {})
    return (
        subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=False).returncode == 0
    )


WITHOUT_KERAS = """
import sys
sys.modules["keras"] = None
import tensorflow as tf
assert float(tf.reduce_sum(tf.constant([1.0, 2.0]) * 2.0)) == 6.0
"""
runs = {name: runs_through("import keras", name) for name in ("tensorflow", "jax", "torch", "theano", "cntk")}
print(
    json.dumps(
        {
            "upper/tensorflow": not has_compiled_code("tensorflow"),
            "upper/keras": not has_compiled_code("keras"),
            "upper/pytorch": not has_compiled_code("torch"),
            "hosts/one": runs["tensorflow"] and not (runs["jax"] or runs["torch"]),
            "hosts/early": runs["theano"] or runs["cntk"],
            "hosts/today": runs["tensorflow"] and runs["jax"] and runs["torch"],
            "sense/front": not runs_through(WITHOUT_KERAS),
            "sense/library": not has_compiled_code("tensorflow"),
        }
    )
)
