"""The weight of a lost mail at which both filters have the same loss."""

import json
from fractions import Fraction


def loss(mails, adverts, k):
    """Return the loss of a filter."""
    return mails * k + adverts


answer = Fraction(12 - 1, 4 - 2)
is_equal = loss(2, 12, answer) == loss(4, 1, answer)
mistakes = {"11": 12 - 1, "6.5": Fraction(12 + 1, 2), "0.18": Fraction(2, 11), "1": 1}
wrong = {
    near: abs(float(near) - float(k)) < 0.005 and loss(2, 12, Fraction(k)) != loss(4, 1, Fraction(k))
    for near, k in mistakes.items()
}
print(json.dumps({"answer": float(answer) if is_equal else None, "wrong": wrong}))
