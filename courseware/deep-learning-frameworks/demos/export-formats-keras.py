import re

import keras

model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
try:
    model.export("net", format="none of them")
except ValueError as error:
    print(", ".join(re.findall(r"'(\w+)'", str(error))))
