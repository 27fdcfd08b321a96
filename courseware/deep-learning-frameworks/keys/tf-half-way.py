"""Which line of the program raises the error: the lines are run one at a time."""

import json

LINES = """import tensorflow as tf

v = tf.Variable([1.0, 2.0, 3.0])
v[0].assign(10.0)
t = v + 1.0
t[0] = 0.0
v.assign(t)
str(v.numpy())
""".splitlines()

answer, names = None, {}
for number, line in enumerate(LINES, 1):
    try:
        exec(line, names)  # noqa: S102  These are the lines of the question.
    except Exception:
        answer = answer or number
print(json.dumps({"answer": answer, "wrong": {str(n): answer != n for n in (3, 4, 5, 7)}}))
