from pathlib import Path
import keras

libraries = list(Path(keras.__file__).parent.rglob("*.so*"))
print("compiled libraries:", len(libraries))
