"""How often print and tf.print print in a traced function that is called three times."""

import contextlib
import io
import json
import tempfile
from pathlib import Path

import tensorflow as tf

with tempfile.TemporaryDirectory() as folder:
    path = Path(folder, "printed")

    @tf.function
    def f(x):
        """Print in both ways."""
        print("P")
        tf.print("T", output_stream=f"file://{path}")
        return x + 1.0

    with contextlib.redirect_stdout(io.StringIO()) as by_python:
        for value in [1.0, 2.0, 3.0]:
            f(tf.constant(value))
    found = {"python": by_python.getvalue().count("P"), "graph": path.read_text(encoding="utf-8").count("T")}
times = {"never": 0, "once": 1, "thrice": 3}
print(json.dumps({f"{gap}/{name}": count == value for gap, value in found.items() for name, count in times.items()}))
