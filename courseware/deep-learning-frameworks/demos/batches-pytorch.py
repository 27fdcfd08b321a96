import torch

loader = torch.utils.data.DataLoader(range(4))
print("batches by default:", [batch.tolist() for batch in loader])
loader = torch.utils.data.DataLoader(range(10), batch_size=4)
print("batch_size=4:", [len(batch) for batch in loader])
