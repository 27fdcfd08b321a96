"""Whether what was printed agrees with what is recorded: the same text, its numbers the same or near enough."""

import difflib
import re

from courseware.proofs.authored import Tolerance

_NUMBER = re.compile(r"(?<![\w.])[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?(?![\w])")
_BLANK = "\0"  # stands for a number; nothing prints it


def difference(recorded: str, printed: str, tolerance: Tolerance) -> tuple[str, ...]:
    """Return the lines that differ, `-` before the recorded and `+` before the printed; nothing where both agree."""
    before, now = recorded.rstrip("\n").split("\n"), printed.rstrip("\n").split("\n")
    if len(before) == len(now) and all(_agrees(*pair, tolerance) for pair in zip(before, now, strict=True)):
        return ()
    lines = difflib.unified_diff(before, now, lineterm="", n=0)
    return tuple(line for line in list(lines)[2:] if not line.startswith("@@"))


def _agrees(recorded: str, printed: str, tolerance: Tolerance) -> bool:
    if recorded == printed:
        return True
    if not tolerance.relative and not tolerance.absolute:
        return False
    if _words(recorded) != _words(printed):
        return False
    pairs = zip(_NUMBER.findall(recorded), _NUMBER.findall(printed), strict=True)
    return all(_is_near(float(before), float(now), tolerance) for before, now in pairs)


def _words(line: str) -> str:
    """Return what a line says but for its numbers, and for spaces, which grow and shrink with them."""
    return "".join(_NUMBER.sub(_BLANK, line).split())


def _is_near(recorded: float, printed: float, tolerance: Tolerance) -> bool:
    return abs(recorded - printed) <= max(tolerance.absolute, tolerance.relative * abs(recorded))
