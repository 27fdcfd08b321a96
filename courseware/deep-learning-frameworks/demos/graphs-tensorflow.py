import tensorflow as tf

@tf.function
def forward(x):
    print("Python runs")
    if tf.reduce_sum(x) > 0:
        return x * 2
    return -x

for values in ([4.0, -3.0], [1.0, -3.0]):
    x = tf.constant(values)
    result = forward(x)
    print(result.numpy().tolist())

#: hide
graph = forward.get_concrete_function(x).graph.as_graph_def()
shown = {"Sum", "Greater", "StatelessIf", "Mul", "Neg"}
operations = [node.op for node in graph.node if node.op in shown]
inside = {node.op for branch in graph.library.function for node in branch.node_def}
branches = sorted(shown & inside)

#: show
print("graph:", operations, "with", branches)
