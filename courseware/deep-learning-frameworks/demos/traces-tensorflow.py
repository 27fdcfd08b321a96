import tensorflow as tf

def traces(inputs, **options):
    runs = []
    def f(x):
        runs.append(1)
        return x + 1
    traced = tf.function(f, **options)
    for x in inputs:
        traced(x)
    return len(runs)

numbers = [1, 2, 3, 3]
print("Python numbers 1, 2, 3, 3:", traces(numbers))
print("scalar tensors 1, 2, 3, 3:", traces([tf.constant(n) for n in numbers]))

by_length = [tf.zeros(n) for n in numbers]
print("lengths 1, 2, 3, 3:", traces(by_length))
print("any length allowed:", traces(by_length, input_signature=[tf.TensorSpec([None])]))
