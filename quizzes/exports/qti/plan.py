"""What the parts of one item are called in QTI, and in which whole numbers they are scored.

Credits are fractions, and QTI has only floats: so every credit of an item is a whole number of units, they
are added as whole numbers, and one division at the end gives SCORE. That is the nearest float to our score.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import assert_never

from quizzes.exports.qti.dialects import Dialect
from quizzes.exports.qti.names import identifier
from quizzes.interactions import (
    ChoiceKey,
    Credit,
    GapKey,
    GapSelect,
    Item,
    JudgedKey,
    Key,
    MatchKey,
    NumberKey,
    OrderKey,
    Part,
    Rule,
    TextKey,
)


@dataclass(frozen=True, slots=True)
class PartPlan:
    """The names of one part in a dialect; `whole` is how many units its full score has."""

    part: Part
    prefix: str
    whole: int
    dialect: Dialect

    @property
    def response(self) -> str:
        """Return the response variable."""
        return f"{self.prefix}RESPONSE"

    @property
    def raw(self) -> str:
        """Return the outcome variable that holds the part's units."""
        return f"{self.prefix}RAW"

    def element(self, key: str) -> str:
        """Return the identifier of an option, source, target, form or interval, and of its feedback."""
        return identifier(f"{self.prefix}{key}")

    def gap_responses(self) -> dict[str, str]:
        """Return the response variable of each gap, in the order of the text."""
        interaction = self.part.interaction
        gaps = interaction.gaps if isinstance(interaction, GapSelect) else ()
        return {gap.key: f"{self.response}_{number}" for number, gap in enumerate(gaps, 1)}

    def place(self, number: int) -> str:
        """Return how a position is told, counted from 1: its number, or the outcome variable that holds it."""
        return f"{self.prefix}PLACE_{number}" if self.dialect.names_places else str(number)

    def named_places(self) -> range:
        """Return the positions that need an outcome variable."""
        key = self.part.answer
        if self.dialect.names_places and isinstance(key, OrderKey) and key.rule is Rule.BY_PART:
            return range(1, len(key.correct) + 1)
        return range(0)

    def units(self, credit: Fraction) -> str:
        """Return a credit in units."""
        return str(int(credit * self.whole))


@dataclass(frozen=True, slots=True)
class Plan:
    """The parts of an item; all have the same number of units."""

    item: Item
    parts: tuple[PartPlan, ...]
    dialect: Dialect

    @property
    def whole(self) -> int:
        """Return the units of the full score."""
        return sum(part.whole for part in self.parts)


def plan_of(item: Item, dialect: Dialect) -> Plan:
    """Return the plan of an item in a dialect."""
    whole = math.lcm(*(_denominator(part.answer) for part in item.parts))
    several = len(item.parts) > 1
    parts = (PartPlan(part, f"P{n}_" if several else "", whole, dialect) for n, part in enumerate(item.parts, 1))
    return Plan(item, tuple(parts), dialect)


def _denominator(key: Key) -> int:
    match key:
        case ChoiceKey(rule=Rule.ALL_OR_NOTHING) | MatchKey(rule=Rule.ALL_OR_NOTHING):
            return 1
        case OrderKey(rule=Rule.ALL_OR_NOTHING) | GapKey(rule=Rule.ALL_OR_NOTHING) | JudgedKey():
            return 1
        case OrderKey(correct=correct):
            return len(correct)
        case ChoiceKey(credit=credit):
            return math.lcm(*_denominators(credit))
        case MatchKey(credit=credits) | GapKey(credit=credits):
            return math.lcm(*(number for credit in credits.values() for number in _denominators(credit)))
        case TextKey(forms=forms):
            return math.lcm(*(form.credit.denominator for form in forms))
        case NumberKey(intervals=intervals):
            return math.lcm(*(interval.credit.denominator for interval in intervals))
        case _:
            assert_never(key)


def _denominators(credit: Credit) -> Iterator[int]:
    return (share.denominator for share in credit.values())
