"""What two turns of the loop print, and what the known mistakes would print."""

import json


def path(step):
    """Return the weights after each turn; `step` gives the next weight from weight and gradient."""
    w, weights = 0.0, []
    for x, y in [(1.0, 4.0), (1.0, 4.0)]:
        gradient = 2 * (w * x - y) * x
        w = step(w, gradient)
        weights.append(w)
    return str(weights)


printed = path(lambda w, gradient: w - 0.25 * gradient)
is_told = {
    "away": path(lambda w, gradient: w + 0.25 * gradient) == "[-2.0, -5.0]",
    "whole": path(lambda w, gradient: w - gradient) == "[8.0, 0.0]",
    "equal": str([2.0, 2.0 + 2.0]) == "[2.0, 4.0]",
}
texts = {"equal": "[2.0, 4.0]", "shorter": "[2.0, 3.0]", "away": "[-2.0, -5.0]", "whole": "[8.0, 0.0]"}
print(json.dumps({name: text == printed or not is_told.get(name, True) for name, text in texts.items()}))
