"""How a person marks an answer on paper: what is right, what each thing earns, and what limits the sum.

The marks are those that our grader gives, for every answer that can stand on paper.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import assert_never

from quizzes.exports.keys import is_even
from quizzes.exports.on_paper.labels import choices, places
from quizzes.interactions import (
    ChoiceKey,
    Credit,
    GapKey,
    Item,
    JudgedKey,
    Key,
    MatchKey,
    NumberKey,
    Order,
    OrderKey,
    Part,
    Rule,
    TextKey,
)

PLACES = 3  # decimals at most; marks with more stand as fractions
NOTHING = "–"


@dataclass(frozen=True, slots=True)
class Marking:
    """What is right, in labels of the paper; what single things earn, in marks; and a rule in words."""

    answer: str
    earned: tuple[tuple[str, str], ...]
    rule: str


def marking(item: Item, part: Part) -> Marking:
    """Return how a part of an item is marked; the points of an item are shared by its parts."""
    points = Fraction(item.points, len(item.parts))
    key: Key = part.answer
    match key:
        case ChoiceKey():
            return _choice(part, key, points)
        case MatchKey() | GapKey():
            return _pairs(part, key, points)
        case OrderKey():
            return _order(part, key, points)
        case TextKey():
            return _texts(key, points)
        case NumberKey():
            return _numbers(key, points)
        case JudgedKey():
            return Marking(NOTHING, (), f"A person judges it: up to {in_points(points)}.")
        case _:
            assert_never(key)


def in_marks(marks: Fraction) -> str:
    """Return marks as a decimal number where that says them exactly, and else as a fraction."""
    scaled = marks * 10**PLACES
    if scaled.denominator == 1:
        return f"{(Decimal(scaled.numerator) / 10**PLACES).normalize():f}".replace("-", "−")
    return str(marks).replace("-", "−")


def in_points(marks: Fraction) -> str:
    """Return marks with their unit."""
    return f"{in_marks(marks)} point{'' if marks == 1 else 's'}"


def in_range(low: Decimal, high: Decimal) -> str:
    """Return the numbers from one to another."""
    return _number(low) if low == high else f"{_number(low)} to {_number(high)}"


def _choice(part: Part, key: ChoiceKey, points: Fraction) -> Marking:
    labels = choices(part.interaction)
    right = [label for option, label in labels.items() if option in key.correct]
    if key.rule is Rule.ALL_OR_NOTHING:
        exactly = "exactly these" if len(right) > 1 else "this alone"
        return Marking(_listed(right), (), f"{in_points(points)} for {exactly}.")
    earned = tuple((label, in_marks(key.credit[option] * points)) for option, label in labels.items())
    return Marking(_listed(right), earned, f"Add what is chosen: at least 0, at most {in_points(points)}.")


def _pairs(part: Part, key: MatchKey | GapKey, points: Fraction) -> Marking:
    labels, numbers, is_gap = choices(part.interaction), places(part.interaction), isinstance(key, GapKey)

    def label(element: str, chosen: str) -> str:
        return labels[f"{element}/{chosen}" if is_gap else chosen]

    right = [f"{number} {_of(key.correct, element, label)}" for element, number in numbers.items()]
    if key.rule is Rule.ALL_OR_NOTHING:
        return Marking(_listed(right), (), f"{in_points(points)} for all of them.")
    if is_even(key):
        return Marking(_listed(right), (), f"{in_points(points / len(key.correct))} for each.")
    earned = tuple(
        (f"{numbers[element]} {label(element, chosen)}", in_marks(share * points))
        for element, row in key.credit.items()
        for chosen, share in _worth(row)
    )
    return Marking(_listed(right), earned, f"Add them up: at most {in_points(points)}.")


def _of(correct: Mapping[str, str], element: str, label: Callable[[str, str], str]) -> str:
    return label(element, correct[element]) if element in correct else NOTHING


def _worth(row: Credit) -> Iterable[tuple[str, Fraction]]:
    return ((chosen, share) for chosen, share in row.items() if share)


def _order(part: Part, key: OrderKey, points: Fraction) -> Marking:
    options = part.interaction.options if isinstance(part.interaction, Order) else ()
    labels = choices(part.interaction)
    right = [f"{labels[option.key]} {key.correct.index(option.key) + 1}" for option in options]
    each = f"{in_points(points / len(right))} for each." if key.rule is Rule.BY_PART else ""
    return Marking(_listed(right), (), each or f"{in_points(points)} for all of them.")


def _texts(key: TextKey, points: Fraction) -> Marking:
    earned = tuple((text, in_marks(form.credit * points)) for form in key.forms for text in form.texts)
    right = next((text for form in key.forms if form.credit == 1 for text in form.texts), NOTHING)
    capitals = "Capitals count" if key.case_sensitive else "Capitals don't count"
    spaces = {"collapse": "nor do more spaces", "remove": "nor do spaces", "exact": "but spaces do"}[key.spaces]
    if key.case_sensitive:
        spaces = {"collapse": "more spaces don't", "remove": "spaces don't", "exact": "and so do spaces"}[key.spaces]
    return Marking(right, earned, f"{capitals}, {spaces}.")


def _numbers(key: NumberKey, points: Fraction) -> Marking:
    earned = tuple(
        (in_range(interval.low, interval.high), in_marks(interval.credit * points)) for interval in key.intervals
    )
    return Marking(_number(key.answer), earned, "The first that has the number counts.")


def _number(number: Decimal) -> str:
    return f"{number.normalize():f}".replace("-", "−")


def _listed(labels: Sequence[str]) -> str:
    return ", ".join(labels) or NOTHING
