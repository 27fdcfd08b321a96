"""Which argument makes predict run the model as ordinary Python."""

import json
import logging
import os

os.environ["KERAS_BACKEND"] = "tensorflow"
import keras
import numpy as np

logging.disable(logging.CRITICAL)


class Branch(keras.Model):
    """A model with a Python if on a tensor."""

    def call(self, x):
        """Take one of two branches."""
        if keras.ops.sum(x) > 0:
            return x + 1
        return x - 1


def works(arguments):
    """Say whether predict works after compile got the arguments."""
    try:
        model = Branch()
        model.compile(loss="mse", **arguments)
        return bool((model.predict(-np.ones((1, 2), "float32"), verbose=0) == -2).all())
    except Exception:
        return False


tried = {
    "run_eagerly": {"run_eagerly": True},
    "jit_compile": {"jit_compile": True},
    "jit_compile=False": {"jit_compile": False},
    "eager": {"eager": True},
    "run_eager": {"run_eager": True},
    "eagerly": {"eagerly": True},
    "autograph": {"autograph": True},
    "run_eagerly=False": {"run_eagerly": False},
}
found = {name: works(arguments) for name, arguments in tried.items()}
answer = next(name for name, does in found.items() if does)
print(json.dumps({"answer": answer, "wrong": {name: not does for name, does in found.items() if name != answer}}))
