"""Expressions of response processing: their values for a response."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Protocol

from lxml.etree import _Element as Element

from quizzes.imports.drafts import number
from quizzes.imports.qti.operators import OPERATORS
from quizzes.imports.qti.values import Single, UnknownScoringError, Value, members, number_of, same, single
from quizzes.imports.xml import children, local

MOST_DIGITS = 200  # of an exact number, in bits of its denominator


class Declarations(Protocol):
    """What an item declares."""

    responses: dict[str, Element]
    correct: dict[str, Value]

    def mapping(self, name: str) -> Element | None:
        """Return the mapping of a response variable."""

    def count(self) -> None:
        """Count a step."""


@dataclass(slots=True)
class Context:
    """The variables while the rules run."""

    item: Declarations
    responses: dict[str, Value]
    outcomes: dict[str, Value]

    def variable(self, name: str) -> Value:
        """Return a variable. Raises UnknownScoringError where there is none."""
        if name in self.responses:
            return self.responses[name]
        if name in self.outcomes:
            return self.outcomes[name]
        if name in ("numAttempts", "duration", "completionStatus"):
            raise UnknownScoringError(f"the variable “{name}”")
        raise UnknownScoringError(f"the variable “{name[:40]}”, which is not declared")

    def matches(self, first: Value, second: Value) -> bool | None:
        """Say whether two values match."""
        return same(first, second)

    def mapped(self, name: str) -> Fraction:
        """Return the sum of a response's mapped values, within the bounds of its mapping."""
        mapping = self.item.mapping(name)
        if mapping is None:
            raise UnknownScoringError(f"the mapping of “{name[:40]}”, which is not there")
        total, default = Fraction(0), number_of(mapping.get("defaultValue") or "0")
        base = self.item.responses[name].get("baseType") or "string"
        values = members(self.variable(name))
        for value in dict.fromkeys(values):
            total += _entry(mapping, value, base, default)
        low, high = mapping.get("lowerBound"), mapping.get("upperBound")
        total = max(total, number_of(low)) if low is not None else total
        return min(total, number_of(high)) if high is not None else total


def evaluate(expression: Element, context: Context) -> Value:
    """Return the value of an expression. Raises UnknownScoringError."""
    context.item.count()
    name = local(expression)
    if name in LEAVES:
        return LEAVES[name](expression, context)
    if name not in OPERATORS:
        raise UnknownScoringError(f"the expression “{name[:40]}”")
    values = [evaluate(one, context) for one in children(expression)]
    return _small(OPERATORS[name](expression, values))


def _entry(mapping: Element, value: Single, base: str, default: Fraction) -> Fraction:
    for entry in children(mapping, "mapEntry"):
        key, is_sensitive = single(entry.get("mapKey") or "", base), entry.get("caseSensitive") != "false"
        if key == value or (
            not is_sensitive and isinstance(key, str) and isinstance(value, str) and key.lower() == value.lower()
        ):
            return number_of(entry.get("mappedValue") or "0")
    return default


def _base_value(expression: Element, _context: Context) -> Value:
    text = "".join(str(piece) for piece in expression.itertext())
    return single(text, expression.get("baseType") or "string")


def _correct(expression: Element, context: Context) -> Value:
    return context.item.correct.get(str(expression.get("identifier")))


def _index(expression: Element, context: Context) -> Value:
    """Return the value at a place, which is a number or names the variable that holds one."""
    found = [value for one in children(expression) for value in members(evaluate(one, context))]
    written = str(expression.get("n") or "")
    place = number(written, Fraction(0)) or context.variable(written)
    if not isinstance(place, Fraction) or place.denominator != 1:
        return None
    return found[int(place) - 1] if 0 < place <= len(found) else None


LEAVES: dict[str, Callable[[Element, Context], Value]] = {
    "baseValue": _base_value,
    "variable": lambda one, context: context.variable(str(one.get("identifier"))),
    "correct": _correct,
    "mapResponse": lambda one, context: context.mapped(str(one.get("identifier"))),
    "null": lambda *_: None,
    "index": _index,
}


def _small(value: Value) -> Value:
    """Return a value as it is; numbers that grow without end are cut as floats are."""
    if isinstance(value, Fraction) and max(value.numerator.bit_length(), value.denominator.bit_length()) > MOST_DIGITS:
        raise UnknownScoringError("numbers with very many digits")
    return value
