from keras import ops

x = ops.convert_to_tensor([[2.0], [-2.0]])
W1 = ops.convert_to_tensor([[1.0, -1.0]])
W2 = ops.convert_to_tensor([[1.0], [0.5]])

print(ops.convert_to_numpy(x @ W1 @ W2).tolist())
print(ops.convert_to_numpy(ops.relu(x @ W1) @ W2).tolist())
