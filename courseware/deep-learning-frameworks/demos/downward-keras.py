#: hide
import sys

import keras
import numpy as np

#: show
x = np.array([[1.0, 2.0, 3.0]], "float32")
layer = keras.layers.Dense(2, kernel_initializer="ones")
layer(x)                   # the first call makes the weights

#: hide
def note(frame, event, called):
    module, name = frame.f_globals["__name__"], frame.f_code.co_name
    if event == "call" and module.startswith("keras.src.") and name in ("call", "matmul"):
        print(module.removeprefix("keras.src."), name)

#: show
sys.setprofile(note)       # report what is entered from here on
result = layer(x)
sys.setprofile(None)
print(keras.ops.convert_to_numpy(result), "from", type(result).__module__.split(".")[0])
