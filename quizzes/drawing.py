"""Parameters drawn for a generated question: the same name of a variant gives the same values for ever."""

import hashlib
from collections.abc import Iterator, Mapping
from typing import Annotated

import msgspec
from msgspec import Struct, field

from quizzes.expressions import ExpressionError, read_expression
from quizzes.values import MOST_ELEMENTS, Number, Value, authored, exact

Formula = float | str  # a number, or an expression over what is drawn before


class Parameter(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What to draw: a number `from`-`to` in steps, one of `choose`, or a `permutation` of 0 to n - 1.

    `count` draws so many and gives a list.
    """

    low: Formula | None = field(default=None, name="from")
    high: Formula | None = field(default=None, name="to")
    step: Annotated[float, msgspec.Meta(gt=0)] = 1
    choose: tuple[float | bool | str, ...] = ()
    permutation: Formula | None = None
    count: Formula | None = None

    def faults(self) -> Iterator[str]:
        """Yield what is wrong with its shape."""
        ranged = self.low is not None and self.high is not None
        if (self.low is None) != (self.high is None):
            yield "needs both “from” and “to”"
        elif ranged + bool(self.choose) + (self.permutation is not None) != 1:
            yield "needs one of these: “from” and “to”, “choose”, or “permutation”"
        if self.permutation is not None and self.count is not None:
            yield "is a list already, so it takes no count"

    def formulas(self) -> Iterator[str]:
        """Yield the expressions in it."""
        for bound in (self.low, self.high, self.permutation, self.count):
            if isinstance(bound, str):
                yield bound


def drawn(parameters: Mapping[str, Parameter], seed: str) -> dict[str, Value]:
    """Return a value for each parameter. Raises ExpressionError where a bound has no value."""
    found: dict[str, Value] = {}
    for name, parameter in parameters.items():
        found[name] = _drawn(parameter, f"{seed}\0{name}", found)
    return found


def _drawn(parameter: Parameter, seed: str, found: Mapping[str, Value]) -> Value:
    if parameter.permutation is not None:
        count = _whole(parameter.permutation, found)
        return list[Value](sorted(range(count), key=lambda number: _digest(f"{seed}\0{number}")))
    if parameter.count is None:
        return _one(parameter, seed, found)
    return [_one(parameter, f"{seed}\0{number}", found) for number in range(_whole(parameter.count, found))]


def _one(parameter: Parameter, seed: str, found: Mapping[str, Value]) -> Value:
    if parameter.choose:
        chosen = parameter.choose[_digest(seed) % len(parameter.choose)]
        return chosen if isinstance(chosen, bool | str) else authored(chosen)
    low, high = _bound(parameter.low, found), _bound(parameter.high, found)
    step = authored(parameter.step)
    steps = int((high - low) // step)
    if steps < 0:
        raise ExpressionError(f"draws from {low} to {high}, where there is nothing")
    return exact(low + _digest(seed) % (steps + 1) * step)


def _bound(bound: Formula | None, found: Mapping[str, Value]) -> Number:
    value = read_expression(bound).value(found) if isinstance(bound, str) else authored(bound or 0)
    if isinstance(value, bool | str | list | tuple):
        raise ExpressionError(f"“{bound}” must give a number")
    return value


def _whole(bound: Formula, found: Mapping[str, Value]) -> int:
    value = _bound(bound, found)
    if not isinstance(value, int) or not 1 <= value <= MOST_ELEMENTS:
        raise ExpressionError(f"“{bound}” must give a whole number from 1 to {MOST_ELEMENTS}")
    return value


def _digest(seed: str) -> int:
    return int.from_bytes(hashlib.sha256(seed.encode()).digest())
