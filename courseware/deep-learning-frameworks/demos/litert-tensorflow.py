import numpy as np
import tensorflow as tf

class Net(tf.Module):
    def __init__(self):
        self.w = tf.Variable(tf.reshape(tf.range(8.0), (4, 2)))
    @tf.function(input_signature=[tf.TensorSpec([1, 4], tf.float32)])
    def __call__(self, x):
        return tf.nn.relu(x @ self.w - 10.0)

net, x = Net(), np.ones((1, 4), "float32")
tf.saved_model.save(net, "net")
print("SavedModel:", tf.saved_model.load("net")(x).numpy().tolist())

blob = tf.lite.TFLiteConverter.from_saved_model("net").convert()
print("format:", blob[4:8].decode(), "under 4 KB:", len(blob) < 4096)

runtime = tf.lite.Interpreter(model_content=blob)
runtime.allocate_tensors()
runtime.set_tensor(runtime.get_input_details()[0]["index"], x)
runtime.invoke()
print("runtime for devices:", runtime.get_tensor(runtime.get_output_details()[0]["index"]).tolist())
