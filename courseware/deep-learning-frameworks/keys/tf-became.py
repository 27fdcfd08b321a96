"""Four of the parts, as TensorFlow is installed here: what comes with it and what does not."""

import json
from importlib.metadata import packages_distributions, requires

import tensorflow as tf

package = packages_distributions()["tensorflow"][0]
brings_board = any(line.lower().startswith("tensorboard") for line in requires(package) or [])
print(
    json.dumps(
        {
            "estimators": "same" if hasattr(tf, "estimator") else "gone",
            "converter": "same" if hasattr(tf.lite, "TFLiteConverter") else "gone",
            "board": "same" if brings_board else "gone",
            "saving": "same" if hasattr(tf.saved_model, "save") else "gone",
        }
    )
)
