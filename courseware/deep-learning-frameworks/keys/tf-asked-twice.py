"""Which part of the program raises the error: it is run one statement at a time."""

import ast
import json

CODE = """import tensorflow as tf

w = tf.Variable(2.0)
with tf.GradientTape() as tape:
    square = w * w
    triple = 3.0 * w
slope = tape.gradient(square, w)
other = tape.gradient(triple, w)
str(float(slope) + float(other))
"""


def failing_line(code):
    """Return the line of the first statement that raises an error."""
    names = {}
    for statement in ast.parse(code).body:
        try:
            exec(compile(ast.Module([statement], []), "question", "exec"), names)  # noqa: S102
        except Exception:
            return statement.lineno
    return None


answer = failing_line(CODE)
is_repaired = failing_line(CODE.replace("GradientTape()", "GradientTape(persistent=True)")) is None
wrong = {str(n): is_repaired and answer != n for n in (3, 4, 6, 7, 9)}
print(json.dumps({"answer": answer if is_repaired else None, "wrong": wrong}))
