"""Which backend is in use when the settings file names jax and the variable is unset, set in time, or set late."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

PROGRAMS = {
    "unset": "import keras",
    "before": "import os; os.environ['KERAS_BACKEND'] = 'torch'; import keras",
    "after": "import os; import keras; os.environ['KERAS_BACKEND'] = 'torch'",
}

NAMES = ("tensorflow", "jax", "torch")


def backend(program):
    """Return the backend of a program that starts anew, or none if it stops."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "keras.json").write_text('{"backend": "jax"}', encoding="utf-8")
        environment = {name: value for name, value in os.environ.items() if name != "KERAS_BACKEND"}
        ran = subprocess.run(
            [sys.executable, "-c", f"{program}; print(keras.config.backend())"],
            env=environment | {"KERAS_HOME": folder},
            stdout=subprocess.PIPE,
            text=True,
            check=False,
        )
    return ran.stdout.strip() if ran.returncode == 0 else "none"


found = {gap: backend(program) for gap, program in PROGRAMS.items()}
options = {"unset": ("tensorflow", "jax", "none"), "before": NAMES, "after": NAMES}
print(json.dumps({f"{gap}/{name}": name == found[gap] for gap, names in options.items() for name in names}))
