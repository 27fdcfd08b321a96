import torch

torch.manual_seed(0)
out = torch.nn.Dropout(0.25)(torch.ones(100_000))
print(f"dropped: {(out == 0).float().mean().item():.2f}, kept values: {out.max().item():.4f}")
