"""What the folder is called that tf.saved_model writes and that loads without the class: by its main file."""

import json
import tempfile
from pathlib import Path

import tensorflow as tf

module = tf.Module()
module.w = tf.Variable(2.0)
module.f = tf.function(lambda x: x * module.w, input_signature=[tf.TensorSpec([])])
with tempfile.TemporaryDirectory() as folder:
    tf.saved_model.save(module, folder)
    main_file = next(Path(folder).glob("*model*")).stem
    again = tf.saved_model.load(folder)
    works = float(again.f(tf.constant(3.0))) == 6.0
    has_more = (Path(folder) / "variables").is_dir()
    small = tf.lite.TFLiteConverter.from_saved_model(folder).convert()
with tempfile.TemporaryDirectory() as folder:
    tf.train.Checkpoint(w=module.w).save(f"{folder}/numbers")
    try:
        tf.saved_model.load(folder)
        loads = True
    except OSError:
        loads = False
wrong = {"checkpoint": not loads, "tflite": isinstance(small, bytes), "pb": has_more}
print(json.dumps({"answer": main_file if works else None, "wrong": wrong}))
