import torch

def compiles(lengths):
    compiled = []
    def backend(graph, example_inputs):
        compiled.append(graph)
        return graph.forward
    torch.compiler.reset()
    f = torch.compile(lambda x: x + 1, backend=backend)
    for n in lengths:
        f(torch.zeros(n))
    return len(compiled)

print("lengths 5, 5, 5, 5:", compiles([5, 5, 5, 5]))
print("lengths 5, 6, 7, 8:", compiles([5, 6, 7, 8]))
