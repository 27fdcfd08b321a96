import tensorflow as tf

w = tf.Variable(1.0)
with tf.GradientTape() as tape:
    prediction = w * 2.0
    loss = (prediction - 6.0) ** 2
gradient = tape.gradient(loss, w)
w.assign_sub(0.1 * gradient)
print(round(float(w), 4))
