"""The order of five steps: the only one of all after which the phone's file gives the trained answer."""

import itertools
import json
import shutil
import tempfile
from pathlib import Path

import numpy as np
import tensorflow as tf


class Net(tf.Module):
    def __init__(self):
        self.w = tf.Variable(1.0)

    @tf.function(input_signature=[tf.TensorSpec([1], tf.float32)])
    def __call__(self, x):
        return self.w * x


def train(net, folder):
    net.w.assign(3.0)


def save(net, folder):
    tf.saved_model.save(net, str(folder / "saved"))


def convert(net, folder):
    if not (folder / "saved").is_dir():
        raise FileNotFoundError("saved")
    blob = tf.lite.TFLiteConverter.from_saved_model(str(folder / "saved")).convert()
    (folder / "net.tflite").write_bytes(blob)


def ship(net, folder):
    (folder / "app").mkdir()
    shutil.copy(folder / "net.tflite", folder / "app")


def run(net, folder):
    runtime = tf.lite.Interpreter(str(folder / "app" / "net.tflite"))
    runtime.allocate_tensors()
    runtime.set_tensor(runtime.get_input_details()[0]["index"], np.ones(1, "float32"))
    runtime.invoke()
    if runtime.get_tensor(runtime.get_output_details()[0]["index"])[0] != 3.0:
        raise ValueError("not trained")


STEPS = {"train": train, "save": save, "convert": convert, "ship": ship, "run": run}


def works(order):
    """Say whether the steps can be taken in this order, and the phone gives what was trained."""
    net = Net()
    with tempfile.TemporaryDirectory() as folder:
        try:
            for step in order:
                STEPS[step](net, Path(folder))
        except (OSError, ValueError):
            return False
    return True


fit = [order for order in itertools.permutations(STEPS) if works(order)]
print(json.dumps({"answer": [*fit[0]] if len(fit) == 1 else None}))
