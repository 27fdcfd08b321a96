import importlib.metadata
import inspect

import keras

files = importlib.metadata.files("keras")
compiled = [f for f in files if ".so" in f.name or f.suffix in (".pyd", ".dylib")]
print("compiled libraries:", len(compiled))
print("C++ headers:", sum(f.suffix == ".h" for f in files))
print("matmul is a Python function:", inspect.isfunction(keras.ops.matmul))

product = keras.ops.matmul([[1.0, 2.0]], [[3.0], [4.0]])
print("its result is a tensor of:", type(product).__module__.split(".")[0])
