import numpy as np
from keras import ops

array = np.zeros(3, "float32")
t = ops.convert_to_tensor(array)      # backend: TensorFlow
array[0] = 9
print(ops.convert_to_numpy(t))
