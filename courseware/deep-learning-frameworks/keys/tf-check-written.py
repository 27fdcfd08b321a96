"""Which line of the program raises the error: the lines are run one at a time."""

import json

LINES = """import tensorflow as tf

v = tf.Variable([1.0, 2.0])
t = tf.constant([1.0, 2.0])
v[0].assign(5.0)
t[0] = 5.0
print(v + t)
""".replace("print", "str").splitlines()

failed, names = [], {}
for number, line in enumerate(LINES, 1):
    try:
        exec(line, names)  # noqa: S102  These are the lines of the question.
    except Exception:
        failed.append(number)
(answer,) = failed
print(json.dumps({"answer": answer, "wrong": {"5": answer != 5, "7": answer != 7}}))
