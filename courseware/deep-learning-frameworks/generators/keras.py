"""What Keras answers to the drawn questions, on the backend that KERAS_BACKEND names.

Reads `{item: [draw, …]}`, prints `{item: [answer, …]}`.
"""

import json
import sys

import keras
import numpy as np
from keras import layers, ops


def built(layer, *shapes):
    """Return a layer built for inputs of these shapes; its weights have no values, for which JAX would compile."""
    with keras.StatelessScope(initialize_variables=False):
        layer.build(*((None, *shape) for shape in shapes))
    keras.utils.clear_session(free_memory=False)  # Else the next fit would give each of them its values.
    return layer


def parameters(layer, *shape):
    """Return how many parameters a layer has for an input of a shape."""
    return built(layer, shape).count_params()


def number(value):
    """Return a tensor or variable as a number."""
    return float(ops.convert_to_numpy(value).ravel()[0])


def conv_border(size, kernel, stride, padding, **_):
    return layers.Conv2D(8, kernel, strides=stride, padding=padding).compute_output_shape((1, size, size, 3))[1]


def pool_width(size, kernel, **_):
    return layers.MaxPooling2D(kernel).compute_output_shape((1, size, size, 3))[1]


def broadcast(left, right, **_):
    try:  # not add: on this backend it takes some shapes that do not fit, as a bias
        return list(ops.multiply(np.ones(left, "float32"), np.ones(right, "float32")).shape)
    except Exception:
        return "an error"


def dense_parameters(inputs, hidden, outputs, **_):
    return built(keras.Sequential([layers.Dense(hidden), layers.Dense(outputs)]), (inputs,)).count_params()


def recurrent(cls):
    return lambda inputs, units, **_: parameters(cls(units), 5, inputs)


def attention(heads, part, width, **_):
    return built(layers.MultiHeadAttention(heads, part), (5, width), (5, width)).count_params()


LOSS = keras.losses.SparseCategoricalCrossentropy(from_logits=True)


def cross_entropy(scores, target, **_):
    return number(LOSS(np.array([target]), np.array([scores], "float32")))


def softmax_twice(scores, target, **_):
    # A plain array: of its own softmax this backend remembers the scores, and takes them instead.
    shares = ops.convert_to_numpy(ops.softmax(np.array([scores], "float32")))
    return number(LOSS(np.array([target]), shares))


def binary_loss(score, target, **_):
    loss = keras.losses.BinaryCrossentropy(from_logits=True)
    return number(loss(np.array([[float(target)]]), np.array([[float(score)]], "float32")))


def stepped(optimizer, start, gradients):
    """Return where a weight is after a step of an optimizer for each gradient."""
    w = keras.Variable(float(start))
    for gradient in gradients:
        optimizer.apply([ops.convert_to_tensor(gradient, dtype="float32")], [w])
    return number(w)


def momentum(start, rate, momentum, gradients, **_):
    return stepped(keras.optimizers.SGD(rate, momentum=momentum), start, gradients)


def adam_step(start, rate, gradient, **_):
    return stepped(keras.optimizers.Adam(rate), start, [gradient])


def moving_mean(means, **_):
    layer = layers.BatchNormalization()
    for mean in means:
        layer(np.array([[mean - 1.0], [mean + 1.0]], "float32"), training=True)
    return number(layer.moving_mean)


MODEL = keras.Sequential([keras.Input((1,)), layers.Dense(1)])
MODEL.compile("sgd", "mse")


def steps(examples, batch, epochs, **_):
    before = int(MODEL.optimizer.iterations)
    MODEL.fit(np.zeros((examples, 1)), np.zeros((examples, 1)), batch_size=batch, epochs=epochs, verbose=0)
    return int(MODEL.optimizer.iterations) - before


def decay_rate(rate, steps, factor, at, stairs, **_):
    schedule = keras.optimizers.schedules.ExponentialDecay(rate, decay_steps=steps, decay_rate=factor, staircase=stairs)
    return number(schedule(at))


def dropout_value(p, x, **_):
    out = ops.convert_to_numpy(layers.Dropout(p)(np.full((400,), float(x), "float32"), training=True))
    return float(out[out != 0][0])


def leaky(x, **_):
    return number(layers.LeakyReLU()(np.array([[float(x)]], "float32")))


ANSWERS = {
    "ws-conv-border": conv_border,
    "ws-pool-width": pool_width,
    "ws-broadcast": broadcast,
    "ws-conv-parameters": lambda channels, filters, kernel, **_: parameters(
        layers.Conv2D(filters, kernel), 9, 9, channels
    ),
    "ws-grouped-parameters": lambda channels, filters, kernel, groups, **_: parameters(
        layers.Conv2D(filters, kernel, groups=groups), 9, 9, channels
    ),
    "ws-separable-parameters": lambda channels, filters, kernel, **_: parameters(
        layers.SeparableConv2D(filters, kernel), 9, 9, channels
    ),
    "ws-dense-parameters": dense_parameters,
    "ws-lstm-keras": recurrent(layers.LSTM),
    "ws-gru": recurrent(layers.GRU),
    "ws-norm-keras": lambda channels, **_: parameters(layers.BatchNormalization(), channels),
    "ws-layer-norm": lambda steps, features, **_: parameters(layers.LayerNormalization(), steps, features),
    "ws-embedding": lambda words, width, length, **_: parameters(layers.Embedding(words, width), length),
    "ws-attention-keras": attention,
    "ws-cross-entropy": cross_entropy,
    "ws-softmax-twice": softmax_twice,
    "ws-binary-loss": binary_loss,
    "ws-momentum": momentum,
    "ws-adam-step": adam_step,
    "ws-moving-mean": moving_mean,
    "ws-steps-keras": steps,
    "ws-decay-rate": decay_rate,
    "ws-dropout-value": dropout_value,
    "ws-std-keras": lambda x, **_: number(ops.std(np.array(x, "float32"))),
    "ws-leaky-keras": leaky,
}

asked = json.load(sys.stdin)
print(json.dumps({item: [ANSWERS[item](**draw) for draw in draws] for item, draws in asked.items()}))
