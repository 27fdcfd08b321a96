"""The line that makes the loop run away: with it repaired the loop finds 2, and line 5 is the right gradient."""

import json

import torch


def result(start, sign):
    """Return the weight after the loop; `sign` is that of the step in line 6."""
    w = start
    for x, y in [(1.0, 2.0), (2.0, 4.0)] * 50:
        gradient = 2 * (w * x - y) * x
        w = w + sign * 0.05 * gradient
    return w


w = torch.tensor(0.7, requires_grad=True)
((w * 3 - 5) ** 2).backward()
line_5_is_right = abs(w.grad.item() - 2 * (0.7 * 3 - 5) * 3) < 1e-4
runs_away = abs(result(0.0, +1)) > 1e6
is_repaired = round(result(0.0, -1), 3) == 2.0
another_start = abs(result(1.0, +1)) > 1e6
answer = 6 if runs_away and is_repaired else None
print(json.dumps({"answer": answer, "wrong": {"1": another_start, "4": is_repaired, "5": line_5_is_right}}))
