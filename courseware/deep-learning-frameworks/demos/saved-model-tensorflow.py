#: hide
import tensorflow as tf

#: show
class Net(tf.Module):
    @tf.function(input_signature=[tf.TensorSpec([1, 2], tf.float32)])
    def __call__(self, x):
        return tf.nn.relu(x - 1.0)

tf.saved_model.save(Net(), "net")
again = tf.saved_model.load("net")
print(again(tf.constant([[0.0, 3.0]])))

device_file = tf.lite.TFLiteConverter.from_saved_model("net").convert()
print(device_file[4:8])
