"""Whether both packages bring a large compiled library, and whose code runs when two tensors are added."""

import json
from importlib.util import find_spec
from pathlib import Path

import tensorflow as tf
import torch


def has_core(name):
    """Say whether a package brings a compiled library of more than 100 MB."""
    files = Path(find_spec(name).origin).parent.rglob("*.so*")
    return max((file.stat().st_size for file in files), default=0) > 100_000_000


cores = [has_core(name) for name in ("tensorflow", "torch")]
is_called_from_python = (tf.constant(1.0) + 1.0).numpy() == (torch.tensor(1.0) + 1.0).item() == 2.0
print(json.dumps({"answer": all(cores) and bool(is_called_from_python), "wrong": {"false": cores[1]}}))
