import torch

def f(x):
    return (x * x).sum()

x = torch.tensor([1.0, 2.0, 3.0])
print("eager:", f(x).item())
for name in ("eager", "aot_eager"):
    print(f"compiler backend {name}:", torch.compile(f, backend=name)(x).item())
print("inductor is there:", "inductor" in torch.compiler.list_backends())

shape_only = torch.nn.Linear(3, 2, device="meta")
print("device:", x.device)
print("device meta, shapes only:", tuple(shape_only(x.to("meta")).shape))
for name in ("cuda", "mps", "xpu"):
    print(f"has support code for {name}:", hasattr(torch, name))
