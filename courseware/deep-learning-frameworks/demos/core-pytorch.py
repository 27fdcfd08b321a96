from pathlib import Path

import torch

package = Path(torch.__file__).parent
core = next(package.joinpath("lib").glob("libtorch_cpu.*"))
print("compiled core:", core.name.split(".")[0])
print("over 100 MB:", core.stat().st_size > 100_000_000)
print("C++ headers:", package.joinpath("include/torch/csrc/api/include/torch/torch.h").is_file())
print("torch.matmul is:", type(torch.matmul).__name__)

product = torch.ops.aten.mm(torch.tensor([[1.0, 2.0]]), torch.tensor([[3.0], [4.0]]))
print("the C++ operation mm gives:", product.item())
