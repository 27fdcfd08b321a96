import tensorflow as tf

def build():
    return tf.Variable(tf.random.normal((4, 3)))

first, second = build(), build()
x = tf.ones((1, 4))

print(bool(tf.reduce_all(x @ first == x @ second)))
tf.train.Checkpoint(w=first).write("first")
tf.train.Checkpoint(w=second).read("first")
print(bool(tf.reduce_all(x @ first == x @ second)))
