import torch

for layer in (torch.nn.LSTM(8, 16), torch.nn.GRU(8, 16), torch.nn.RNN(8, 16)):
    print(type(layer).__name__, sum(p.numel() for p in layer.parameters()))

out, (h, c) = torch.nn.LSTM(8, 16)(torch.zeros(5, 2, 8))        # time, batch, features
print("returns every step:", tuple(out.shape), "and the states:", tuple(h.shape), tuple(c.shape))
out, _ = torch.nn.LSTM(8, 16, batch_first=True)(torch.zeros(2, 5, 8))
print("batch_first=True:", tuple(out.shape))
print("attention, batch first by default:", torch.nn.MultiheadAttention(8, 2).batch_first)
