"""What PyTorch answers to the drawn questions: reads `{item: [draw, …]}`, prints `{item: [answer, …]}`."""

import json
import sys

import torch
from torch import nn
from torch.nn import functional


def count(module):
    """Return the number of parameters."""
    return sum(p.numel() for p in module.parameters())


def width(layer, size, channels):
    """Return how wide a square image comes out; nothing is calculated on the device `meta`."""
    return layer(torch.empty(1, channels, size, size, device="meta")).shape[-1]


def conv_width(size, kernel, stride, padding, **_):
    return width(nn.Conv2d(3, 8, kernel, stride=stride, padding=padding, device="meta"), size, 3)


def pool_width(size, kernel, **_):
    return width(nn.MaxPool2d(kernel), size, 1)


def transposed_width(size, kernel, stride, padding, **_):
    return width(nn.ConvTranspose2d(8, 3, kernel, stride=stride, padding=padding, device="meta"), size, 8)


def flat_inputs(size, first, second, kernel, padding, **_):
    network = nn.Sequential(
        nn.Conv2d(3, first, kernel, padding=padding),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Conv2d(first, second, kernel, padding=padding),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Flatten(),
    )
    return network.to("meta")(torch.empty(1, 3, size, size, device="meta")).shape[1]


def axes(sizes, axes, **_):
    return list(torch.empty(sizes, device="meta").permute(axes).shape)


def broadcast(left, right, **_):
    try:
        return list((torch.ones(left) * torch.ones(right)).shape)
    except RuntimeError:
        return "an error"


def lstm_output(batch, steps, inputs, units, first, both, **_):
    lstm = nn.LSTM(inputs, units, batch_first=first, bidirectional=both)
    output, _ = lstm(torch.zeros((batch, steps, inputs) if first else (steps, batch, inputs)))
    return list(output.shape)


def conv_parameters(channels, filters, kernel, **_):
    return count(nn.Conv2d(channels, filters, kernel, device="meta"))


def grouped_parameters(channels, filters, kernel, groups, **_):
    return count(nn.Conv2d(channels, filters, kernel, groups=groups, device="meta"))


def dense_parameters(inputs, hidden, outputs, **_):
    return count(nn.Sequential(nn.Linear(inputs, hidden, device="meta"), nn.Linear(hidden, outputs, device="meta")))


def weight_bytes(inputs, outputs, kind, **_):
    layer = nn.Linear(inputs, outputs, dtype=getattr(torch, kind), device="meta")
    return sum(p.numel() * p.element_size() for p in layer.parameters())


def recurrent(cls):
    return lambda inputs, units, **_: count(cls(inputs, units, device="meta"))


def cross_entropy(scores, target, **_):
    return functional.cross_entropy(torch.tensor(scores, dtype=torch.float32), torch.tensor(target)).item()


def softmax_twice(scores, target, **_):
    shares = torch.softmax(torch.tensor(scores, dtype=torch.float32), dim=0)
    return functional.cross_entropy(shares, torch.tensor(target)).item()


def binary_loss(score, target, **_):
    return functional.binary_cross_entropy_with_logits(torch.tensor(float(score)), torch.tensor(float(target))).item()


def gradient_sum(slope, times, **_):
    w = torch.tensor(1.0, requires_grad=True)
    for _ in range(times):
        (slope * w).backward()
    return w.grad.item()


def stepped(cls, start, gradients, **options):
    """Return where a weight is after a step of an optimizer for each gradient."""
    w = torch.tensor(float(start), requires_grad=True)
    optimizer = cls([w], **options)
    for gradient in gradients:
        w.grad = torch.tensor(float(gradient))
        optimizer.step()
    return w.item()


def momentum(start, rate, momentum, gradients, **_):
    return stepped(torch.optim.SGD, start, gradients, lr=rate, momentum=momentum)


def adam_step(start, rate, gradient, **_):
    return stepped(torch.optim.Adam, start, [gradient], lr=rate)


def running_mean(means, **_):
    layer = nn.BatchNorm1d(1)
    for mean in means:
        layer(torch.tensor([[mean - 1.0], [mean + 1.0]]))
    return layer.running_mean.item()


def batches(examples, batch, drop, **_):
    return len(torch.utils.data.DataLoader(range(examples), batch_size=batch, drop_last=drop))


def step_rate(rate, every, factor, epochs, **_):
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=rate)
    scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=every, gamma=factor)
    for _ in range(epochs):
        optimizer.step()
        scheduler.step()
    return optimizer.param_groups[0]["lr"]


def dropout_value(p, x, **_):
    out = nn.Dropout(p)(torch.full((400,), float(x)))
    return out[out != 0][0].item()


def leaky(x, **_):
    return nn.LeakyReLU()(torch.tensor(float(x))).item()


ANSWERS = {
    "ws-conv-width": conv_width,
    "ws-pool-width": pool_width,
    "ws-transposed-width": transposed_width,
    "ws-flat-inputs": flat_inputs,
    "ws-axes": axes,
    "ws-broadcast": broadcast,
    "ws-lstm-output": lstm_output,
    "ws-conv-parameters": conv_parameters,
    "ws-grouped-parameters": grouped_parameters,
    "ws-dense-parameters": dense_parameters,
    "ws-weight-bytes": weight_bytes,
    "ws-lstm-pytorch": recurrent(nn.LSTM),
    "ws-gru": recurrent(nn.GRU),
    "ws-rnn-pytorch": recurrent(nn.RNN),
    "ws-norm-pytorch": lambda channels, **_: count(nn.BatchNorm2d(channels)),
    "ws-layer-norm": lambda features, **_: count(nn.LayerNorm(features)),
    "ws-embedding": lambda words, width, **_: count(nn.Embedding(words, width, device="meta")),
    "ws-attention-pytorch": lambda heads, width, **_: count(nn.MultiheadAttention(width, heads, device="meta")),
    "ws-cross-entropy": cross_entropy,
    "ws-softmax-twice": softmax_twice,
    "ws-binary-loss": binary_loss,
    "ws-gradient-sum": gradient_sum,
    "ws-momentum": momentum,
    "ws-adam-step": adam_step,
    "ws-running-mean": running_mean,
    "ws-batches-pytorch": batches,
    "ws-step-rate": step_rate,
    "ws-dropout-value": dropout_value,
    "ws-std-pytorch": lambda x, **_: torch.tensor(x, dtype=torch.float32).std().item(),
    "ws-leaky-pytorch": leaky,
}

asked = json.load(sys.stdin)
print(json.dumps({item: [ANSWERS[item](**draw) for draw in draws] for item, draws in asked.items()}))
