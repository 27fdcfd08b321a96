from pathlib import Path
import torch

libraries = list(Path(torch.__file__).parent.rglob("*.so*"))
largest = max(file.stat().st_size for file in libraries)
print("compiled libraries:", len(libraries) > 0)
print("the largest is over 100 MB:", largest > 100_000_000)
