"""A sum is there at once, without a session, and there is none to open."""

import json

import tensorflow as tf

calculates_at_once = float(tf.constant(2.0) + 3.0) == 5.0
print(json.dumps({"answer": not calculates_at_once or hasattr(tf, "Session")}))
