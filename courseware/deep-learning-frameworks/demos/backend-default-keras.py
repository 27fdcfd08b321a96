import json
import os
from pathlib import Path

#: hide
os.environ.pop("KERAS_BACKEND", None)
#: show
import keras

settings = Path(os.environ["KERAS_HOME"]) / "keras.json"
print("backend:", keras.config.backend())
print("keras.json says:", json.loads(settings.read_text())["backend"])
