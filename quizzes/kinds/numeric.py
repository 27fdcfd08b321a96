"""Numeric: a number within a tolerance."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from msgspec import Struct

from quizzes.interactions import Interval, NumberEntry, NumberKey, Part
from quizzes.kinds.base import (
    PART,
    Authored,
    Outcome,
    Owed,
    OwedOutcome,
    Problem,
    Specimen,
    blank_and_unreadable,
    said,
)
from quizzes.kinds.entries import RIGHT, Percent, credit_problems, near_key, plain
from quizzes.kinds.shares import share_of


class Tolerance(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How far off is still right: in the number's own unit, or as a share of the number (0.01 is 1 %)."""

    absolute: Decimal | None = None
    relative: Decimal | None = None

    def interval(self, number: Decimal) -> tuple[Decimal, Decimal]:
        """Return the closed interval around a number."""
        reach = self.absolute if self.absolute is not None else abs(number) * (self.relative or Decimal(0))
        return number - reach, number + reach


class NearNumber(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A known mistake, or a number worth part of the credit: a percentage, or a fraction such as `1/3`."""

    value: Decimal
    feedback: Owed = ""
    misconception: str = ""
    tolerance: Tolerance = Tolerance()
    credit: Percent | str = 0

    @property
    def share(self) -> Fraction:
        """Return what it earns."""
        return share_of(self.credit) or Fraction(0)

    @property
    def interval(self) -> tuple[Decimal, Decimal]:
        """Return the numbers that count as this one, both ends included."""
        return self.tolerance.interval(self.value)

    def reached(self, taken: Sequence[tuple[Decimal, Decimal]]) -> Decimal | None:
        """Return a number that counts as this one where some are taken already, or None where all are."""
        return next((one for one in (self.value, *self.interval) if not _is_in(one, taken)), None)


class Numeric(Authored, frozen=True, kw_only=True, tag="numeric"):
    """A number; without a tolerance it must be exact. `unit` is shown after the field."""

    answer: Decimal
    feedback: OwedOutcome = Outcome()
    tolerance: Tolerance = Tolerance()
    unit: str = ""
    near: tuple[NearNumber, ...] = ()

    def problems(self) -> Iterator[Problem]:
        """Yield odd tolerances, and known mistakes that the answer's own tolerance takes as right."""
        yield from _tolerance_problems(self.tolerance, self.answer, ("tolerance",))
        yield from credit_problems([known.credit for known in self.near])
        taken = [self.tolerance.interval(self.answer)]
        for n, known in enumerate(self.near):
            yield from _tolerance_problems(known.tolerance, known.value, ("near", n, "tolerance"))
            if known.reached(taken[:1]) is None:
                message = f"{plain(known.value)} lies within the answer's tolerance, so it counts as right; drop it"
                yield Problem(("near", n, "value"), message)
            if known.reached(taken[1:]) is None:
                message = f"{plain(known.value)} lies within the tolerance of an entry above, which takes it; drop one"
                yield Problem(("near", n, "value"), message)
            taken.append(known.interval)

    def part(self) -> Part:
        """Return a number entry whose tolerances are closed intervals."""
        low, high = self.tolerance.interval(self.answer)
        intervals = [Interval(RIGHT, low, high, Fraction(1))]
        for n, known in enumerate(self.near):
            intervals.append(Interval(near_key(n), *known.tolerance.interval(known.value), known.share))
        return Part(
            key=PART,
            interaction=NumberEntry(unit=self.unit),
            answer=NumberKey(self.answer, tuple(intervals)),
            feedback=said((near_key(n), known.feedback) for n, known in enumerate(self.near)),
            misconceptions={
                near_key(n): known.misconception for n, known in enumerate(self.near) if known.misconception
            },
        )

    def specimens(self) -> Iterator[Specimen]:
        """Yield the answer, the edges of its tolerance, just outside them, and every known mistake."""
        low, high = self.tolerance.interval(self.answer)
        yield Specimen("right", {PART: plain(self.answer)}, Fraction(1))
        step = (high - low) / 10 or max(abs(self.answer), Decimal(1)) / 100
        if low < high:
            yield Specimen("right: lower edge", {PART: plain(low)}, Fraction(1))
            yield Specimen("right: upper edge", {PART: plain(high)}, Fraction(1))
        for name, value in (("below", low - step), ("above", high + step)):
            if not _is_in(value, [known.interval for known in self.near]):
                yield Specimen(f"wrong: {name}", {PART: plain(value)}, Fraction(0))
        taken = [(low, high)]
        for known in self.near:
            label, reached = "partly" if known.credit else "wrong", known.reached(taken)
            if reached is not None:
                yield Specimen(f"{label}: {plain(reached)}", {PART: plain(reached)}, known.share)
            taken.append(known.interval)
        yield from blank_and_unreadable("about ten")


def _is_in(number: Decimal, intervals: Sequence[tuple[Decimal, Decimal]]) -> bool:
    return any(low <= number <= high for low, high in intervals)


def _tolerance_problems(tolerance: Tolerance, number: Decimal, place: tuple[str | int, ...]) -> Iterator[Problem]:
    if tolerance.absolute is not None and tolerance.relative is not None:
        yield Problem(place, "a tolerance is absolute or relative, not both; drop one")
    if any(reach is not None and reach < 0 for reach in (tolerance.absolute, tolerance.relative)):
        yield Problem(place, "a tolerance can't be negative")
    if tolerance.relative is not None and number == 0:
        yield Problem(place, "a relative tolerance around 0 takes nothing but 0; use an absolute one")
