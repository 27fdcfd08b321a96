"""Values of QTI variables: none, a single one, or a container."""

import re
from dataclasses import dataclass
from fractions import Fraction

from quizzes.imports.drafts import MOST, number

Single = bool | Fraction | str
FLOATS = ("float", "integer", "duration")
PAIRS = ("pair", "directedPair")


@dataclass(frozen=True, slots=True)
class Container:
    """Several values; `is_ordered` where their order counts."""

    values: tuple[Single, ...]
    is_ordered: bool = False


Value = None | Single | Container


class UnknownScoringError(Exception):
    """Scoring by rules that are not read here; the message names what."""


def single(text: str, base_type: str) -> Single:
    """Return a value as it is written. Raises UnknownScoringError where it is none of its type."""
    text = text.strip() if base_type != "string" else text
    if base_type in FLOATS:
        found = number(text, Fraction(MOST) + 1)
        if found > MOST:
            raise UnknownScoringError(f"“{text[:30]}” is no number")
        return found
    if base_type == "boolean":
        return text == "true"
    if base_type in PAIRS:
        first, _, second = re.sub(r"\s+", " ", text).partition(" ")
        return " ".join(sorted((first, second))) if base_type == "pair" else f"{first} {second}"
    return text


def contained(values: list[Single], cardinality: str) -> Value:
    """Return values as a variable of this cardinality holds them."""
    if not values:
        return None
    if cardinality == "single":
        return values[0]
    return Container(tuple(values), cardinality == "ordered")


def members(value: Value) -> tuple[Single, ...]:
    """Return what a value holds."""
    if value is None:
        return ()
    return value.values if isinstance(value, Container) else (value,)


def same(first: Value, second: Value) -> bool | None:
    """Say whether two values match; None where either is none."""
    if first is None or second is None:
        return None
    one, other = members(first), members(second)
    if isinstance(first, Container) and first.is_ordered:
        return one == other
    return sorted(one, key=str) == sorted(other, key=str)


def number_of(text: str) -> Fraction:
    """Return the number that an attribute holds; 0 where it holds none."""
    found = single(text, "float")
    return found if isinstance(found, Fraction) else Fraction(0)
