import tensorflow as tf

def branch(x):
    if tf.reduce_sum(x) > 0:
        return x + 1
    return x - 1

traced = tf.function(branch)
x = -tf.ones(2)
operations = traced.get_concrete_function(x).graph.get_operations()
print("in the graph:", [op.type for op in operations if op.type.endswith("If")])
print("result:", traced(x).numpy(), "and for the opposite:", traced(-x).numpy())
