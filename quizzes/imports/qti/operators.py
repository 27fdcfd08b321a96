"""Operators of response processing: what they make of the values below them."""

import math
from collections.abc import Callable
from fractions import Fraction

from lxml.etree import _Element as Element

from quizzes.imports.qti.patterns import listed
from quizzes.imports.qti.values import Container, UnknownScoringError, Value, members, number_of, same


def _numbers(values: list[Value]) -> list[Fraction] | None:
    """Return the numbers in values, or None where one is missing."""
    found: list[Fraction] = []
    for value in values:
        if value is None:
            return None
        for one in members(value):
            if isinstance(one, bool) or not isinstance(one, Fraction):
                raise UnknownScoringError("arithmetic on what is no number")
            found.append(one)
    return found


def _fold(compute: Callable[[list[Fraction]], Value]) -> Callable[[Element, list[Value]], Value]:
    def operator(_expression: Element, values: list[Value]) -> Value:
        found = _numbers(values)
        return None if not found else compute(found)

    return operator


def _two(compute: Callable[[Fraction, Fraction], Value]) -> Callable[[Element, list[Value]], Value]:
    def operator(_expression: Element, values: list[Value]) -> Value:
        found = _numbers(values)
        return None if found is None or len(found) != 2 else compute(*found)  # noqa: PLR2004 (as it is named)

    return operator


def _all(_expression: Element, values: list[Value]) -> Value:
    if any(value is False for value in values):
        return False
    return None if any(value is None for value in values) else True


def _any(_expression: Element, values: list[Value]) -> Value:
    if any(value is True for value in values):
        return True
    return None if any(value is None for value in values) else False


def _not(_expression: Element, values: list[Value]) -> Value:
    return None if not values or values[0] is None else values[0] is not True


def _match(_expression: Element, values: list[Value]) -> Value:
    first, second = _pair(values)
    return same(first, second)


def _equal(expression: Element, values: list[Value]) -> Value:
    found = _numbers(list(_pair(values)))
    if found is None or len(found) != 2:  # noqa: PLR2004 (two sides)
        return None
    first, second = found
    mode = expression.get("toleranceMode") or "exact"
    if mode == "exact":
        return first == second
    reach = [number_of(text) for text in (expression.get("tolerance") or "0").split()][:2] or [Fraction(0)]
    below, above = abs(reach[0]), abs(reach[-1])
    if mode == "relative":
        below, above = abs(first) * below / 100, abs(first) * above / 100
    low, high = first - below, first + above
    over = second > low if expression.get("includeLowerBound") == "false" else second >= low
    under = second < high if expression.get("includeUpperBound") == "false" else second <= high
    return over and under


def _string_match(expression: Element, values: list[Value]) -> Value:
    first, second = _pair(values)
    if first is None or second is None:
        return None
    one, other = str(first), str(second)
    if expression.get("caseSensitive") == "false":
        one, other = one.lower(), other.lower()
    return other in one if expression.get("substring") == "true" else one == other


def _pattern_match(expression: Element, values: list[Value]) -> Value:
    if not values or values[0] is None:
        return None
    return listed(expression.get("pattern") or "").takes(str(values[0]))


def _member(_expression: Element, values: list[Value]) -> Value:
    first, second = _pair(values)
    return None if first is None or second is None else first in members(second)


def _contains(_expression: Element, values: list[Value]) -> Value:
    first, second = _pair(values)
    if first is None or second is None:
        return None
    left = list(members(first))
    for one in members(second):
        if one not in left:
            return False
        left.remove(one)
    return True


def _gathered(is_ordered: bool) -> Callable[[Element, list[Value]], Value]:
    def operator(_expression: Element, values: list[Value]) -> Value:
        found = tuple(one for value in values for one in members(value))
        return Container(found, is_ordered) if found else None

    return operator


def _delete(_expression: Element, values: list[Value]) -> Value:
    first, second = _pair(values)
    if first is None or second is None:
        return None
    found = tuple(one for one in members(second) if one != first)
    return Container(found, isinstance(second, Container) and second.is_ordered) if found else None


def _divided(first: Fraction, second: Fraction) -> Value:
    return None if not second else first / second


def _pair(values: list[Value]) -> tuple[Value, Value]:
    if len(values) != 2:  # noqa: PLR2004 (a pair)
        raise UnknownScoringError("a comparison of other than two values")
    return values[0], values[1]


OPERATORS: dict[str, Callable[[Element, list[Value]], Value]] = {
    "and": _all,
    "or": _any,
    "not": _not,
    "match": _match,
    "equal": _equal,
    "stringMatch": _string_match,
    "patternMatch": _pattern_match,
    "member": _member,
    "contains": _contains,
    "isNull": lambda _, values: not values or values[0] is None or values[0] == "",
    "multiple": _gathered(False),
    "ordered": _gathered(True),
    "containerSize": lambda _, values: Fraction(len(members(values[0]))) if values else Fraction(0),
    "delete": _delete,
    "sum": _fold(lambda found: sum(found, Fraction(0))),
    "product": _fold(lambda found: math.prod(found, start=Fraction(1))),
    "max": _fold(max),
    "min": _fold(min),
    "subtract": _two(lambda first, second: first - second),
    "divide": _two(_divided),
    "gt": _two(lambda first, second: first > second),
    "gte": _two(lambda first, second: first >= second),
    "lt": _two(lambda first, second: first < second),
    "lte": _two(lambda first, second: first <= second),
    "round": _fold(lambda found: Fraction(math.floor(found[0] + Fraction(1, 2)))),
    "truncate": _fold(lambda found: Fraction(math.trunc(found[0]))),
}
