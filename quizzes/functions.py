"""What formulas can call and compute with, each bounded in the work it may do."""

import ast
import math
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from quizzes.values import MOST_BITS, MOST_ELEMENTS, BadValueError, Number, Value, exact, has_most

MOST_STEPS = 20_000
LARGEST_POWER = 64
MOST_CHARACTERS = 1000
LARGEST_EXPONENT = 50  # of exp, so that no result leaves the range in which people think

Function = Callable[..., Value]


class Work:
    """How much an evaluation may still do."""

    __slots__ = ("left",)

    def __init__(self) -> None:
        self.left = MOST_STEPS

    def spend(self, steps: int) -> None:
        """Take so many steps off. Raises BadValueError where none are left."""
        self.left -= steps
        if self.left < 0:
            raise BadValueError("takes too many steps; shorten its lists")


def number(value: Value) -> Number:
    """Return a value that is a number. Raises BadValueError for another."""
    if not isinstance(value, int | Fraction | float):
        raise BadValueError("computes with what is no number")
    return value


def elements(value: Value) -> list[Value]:
    """Return the elements of a list. Raises BadValueError for another value."""
    if not isinstance(value, list | tuple):
        raise BadValueError("needs a list where there is none")
    return list(value)


def _add(work: Work, left: Value, right: Value) -> Value:
    if isinstance(left, str) and isinstance(right, str):
        if len(left) + len(right) > MOST_CHARACTERS:
            raise BadValueError("makes a text that is too long")
        return left + right
    if isinstance(left, list) and isinstance(right, list):
        return _list(work, left + right)
    return exact(number(left) + number(right))


def _multiply(work: Work, left: Value, right: Value) -> Value:
    if isinstance(left, list):
        if not isinstance(right, int) or not 0 <= right * len(left) <= MOST_ELEMENTS:
            raise BadValueError("repeats a list too often")
        return _list(work, left * right)
    return exact(number(left) * number(right))


def _list(work: Work, made: list[Value]) -> list[Value]:
    work.spend(len(made))
    if not has_most(made):
        raise BadValueError(f"makes a list of more than {MOST_ELEMENTS} elements")
    return made


def _subtract(_work: Work, left: Value, right: Value) -> Value:
    return exact(number(left) - number(right))


def _divide(_work: Work, left: Value, right: Value) -> Value:
    above, below = number(left), number(right)
    if isinstance(above, float) or isinstance(below, float):
        return exact(above / below)
    return exact(Fraction(above) / Fraction(below))


def _floor_divide(_work: Work, left: Value, right: Value) -> Value:
    return math.floor(exact(number(left) // number(right)))


def _remainder(_work: Work, left: Value, right: Value) -> Value:
    return exact(number(left) % number(right))


def _power(_work: Work, left: Value, right: Value) -> Value:
    base, power = number(left), number(right)
    if isinstance(power, int) and not isinstance(base, float):
        bits = max(base.numerator.bit_length(), base.denominator.bit_length())
        if abs(power) > LARGEST_POWER or bits * abs(power) > MOST_BITS:
            raise BadValueError("raises to a power that is too large")
        return exact(Fraction(base) ** power)
    raised: object = float(base) ** float(power)
    if not isinstance(raised, float):
        raise BadValueError("takes a root of a negative number")
    return exact(raised)


OPERATIONS: Mapping[type[ast.operator], Callable[[Work, Value, Value], Value]] = {
    ast.Add: _add,
    ast.Sub: _subtract,
    ast.Mult: _multiply,
    ast.Div: _divide,
    ast.FloorDiv: _floor_divide,
    ast.Mod: _remainder,
    ast.Pow: _power,
}


def _real(function: Callable[[float], float]) -> Function:
    return lambda _work, value: exact(function(float(number(value))))


def _exp(_work: Work, value: Value) -> Value:
    power = float(number(value))
    if abs(power) > LARGEST_EXPONENT:
        raise BadValueError(f"takes exp of a number beyond {LARGEST_EXPONENT}")
    return math.exp(power)


def _sigmoid(work: Work, value: Value) -> Value:
    return 1 / (1 + float(number(_exp(work, -number(value)))))


def _round(_work: Work, value: Value, places: Value = 0) -> Value:
    if not isinstance(places, int) or not 0 <= places <= 12:  # noqa: PLR2004  More decimals than anybody reads.
        raise BadValueError("rounds to what is no number of decimals from 0 to 12")
    return exact(round(Fraction(number(value)), places))


def _sum(work: Work, value: Value) -> Value:
    total: Value = 0
    for one in elements(value):
        work.spend(1)
        total = _add(work, total, number(one))
    return total


def _product(work: Work, value: Value) -> Value:
    total: Value = 1
    for one in elements(value):
        work.spend(1)
        total = _multiply(work, total, number(one))
    return total


def _extreme(function: Callable[[list[Number]], Number]) -> Function:
    def found(work: Work, *values: Value) -> Value:
        among = elements(values[0]) if len(values) == 1 else list(values)
        work.spend(len(among))
        if not among:
            raise BadValueError("takes the least or greatest of nothing")
        return function([number(one) for one in among])

    return found


def _distinct(work: Work, value: Value) -> Value:
    kept: list[Value] = []
    for one in elements(value):
        work.spend(1 + len(kept))
        if one not in kept:
            kept.append(one)
    return kept


def _range(work: Work, first: Value, last: Value | None = None) -> Value:
    start, end = (0, first) if last is None else (first, last)
    if not isinstance(start, int) or not isinstance(end, int):
        raise BadValueError("counts from or to what is no whole number")
    if end - start > MOST_ELEMENTS:
        raise BadValueError(f"counts more than {MOST_ELEMENTS} numbers")
    work.spend(max(0, end - start))
    return list(range(start, end))


def _sorted(work: Work, value: Value) -> Value:
    among = [number(one) for one in elements(value)]
    work.spend(len(among))
    return list[Value](sorted(among))


def _length(_work: Work, value: Value) -> Value:
    return len(elements(value))


def _shape(_work: Work, value: Value) -> Value:
    return tuple(elements(value))


def _reversed(_work: Work, value: Value) -> Value:
    return elements(value)[::-1]


def _any(work: Work, value: Value) -> Value:
    work.spend(len(elements(value)))
    return any(elements(value))


def _all(work: Work, value: Value) -> Value:
    work.spend(len(elements(value)))
    return all(elements(value))


def _whole(function: Callable[[Any], int]) -> Function:
    return lambda _work, value: exact(function(number(value)))


FUNCTIONS: Mapping[str, Function] = {
    "abs": lambda _work, value: exact(abs(number(value))),
    "all": _all,
    "any": _any,
    "ceil": _whole(math.ceil),
    "distinct": _distinct,
    "exp": _exp,
    "floor": _whole(math.floor),
    "len": _length,
    "log": _real(math.log),
    "max": _extreme(max),
    "min": _extreme(min),
    "product": _product,
    "range": _range,
    "reversed": _reversed,
    "round": _round,
    "shape": _shape,
    "sigmoid": _sigmoid,
    "sorted": _sorted,
    "sqrt": _real(math.sqrt),
    "sum": _sum,
    "tanh": _real(math.tanh),
}
