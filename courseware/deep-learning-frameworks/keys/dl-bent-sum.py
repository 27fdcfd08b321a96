"""What the program prints, and what it would print with the mistakes that are known."""

import json


def bend(v):
    """Keep what is positive."""
    return max(v, 0)


def network(x):
    """Add two bent terms."""
    return 3 * bend(x) + bend(-x)


inputs = [-2, 0, 1]
answer = str([network(x) for x in inputs])
mistakes = {
    "[-4, 0, 2]": [3 * x + (-x) for x in inputs],
    "[0, 0, 3]": [3 * bend(x) for x in inputs],
    "[-6, 0, 3]": [3 * x for x in inputs],
    "[8, 0, 4]": [3 * abs(x) + abs(-x) for x in inputs],
    "2 0 3": " ".join(str(network(x)) for x in inputs),
}
print(json.dumps({"answer": answer, "wrong": {text: str(m) == text != answer for text, m in mistakes.items()}}))
