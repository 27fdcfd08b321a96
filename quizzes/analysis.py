"""Statistics of answers: arrays in, frozen values out, with n beside each figure and None where n is 0.

It knows the closed language, never a kind, and rounds nothing.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from statistics import StatisticsError, correlation

from quizzes.grading import FULL, NOTHING, State, Verdict, grade
from quizzes.interactions import GapKey, Item, Part
from quizzes.responses import JSON, Blank, Response, Unreadable, read
from quizzes.tallies import Count, PartTally, Tally, tally_part

BINS = 10
FEWEST_FOR_DISCRIMINATION = 10


@dataclass(frozen=True, slots=True)
class Given:
    """One answer to an item, as it was stored; `score` and `rest`, of the other items, run from 0 to 1."""

    response: JSON
    score: Fraction
    rest: Fraction | None = None


@dataclass(frozen=True, slots=True)
class ItemStatistics:
    """What `n` answers to an item show: `facility` is the share with full marks, `mean` the mean score.

    `discrimination` is the correlation, -1 to 1, of an item's score with the score of all other items of the
    same attempt; None below FEWEST_FOR_DISCRIMINATION answers, or where all did alike.
    """

    n: int
    blank: int
    right: int
    facility: Fraction | None
    mean: Fraction | None
    discrimination: float | None
    parts: tuple[PartTally, ...]


@dataclass(frozen=True, slots=True)
class Bin:
    """How many of the shares lie from `low` to `high` percent; only the last takes in its upper bound."""

    low: int
    high: int
    n: int


@dataclass(frozen=True, slots=True)
class MarkSummary:
    """The marks of `n` attempts as shares of all points, 0 to 1."""

    n: int
    mean: Fraction | None
    passed: int
    pass_share: Fraction | None
    bins: tuple[Bin, ...]


def mean_of(shares: Sequence[Fraction]) -> Fraction | None:
    """Return the mean, or None of nothing."""
    return sum(shares, NOTHING) / len(shares) if shares else None


def summarise_marks(shares: Sequence[Fraction], passed: int) -> MarkSummary:
    """Return the distribution of attempts' shares, 0 to 1, of which so many passed."""
    n = len(shares)
    found = Counter(min(int(share * BINS), BINS - 1) for share in shares)
    width = 100 // BINS
    bins = tuple(Bin(number * width, (number + 1) * width, found[number]) for number in range(BINS))
    return MarkSummary(n, mean_of(shares), passed, Fraction(passed, n) if n else None, bins)


def analyse_item(item: Item, answers: Sequence[Given]) -> ItemStatistics:
    """Return what the answers to one revision of an item show. One that can't be read counts as blank."""
    known: dict[str, Mapping[str, Response]] = {}  # many learners give the same answer
    responses = [
        known.get(name) or known.setdefault(name, _read(item, given.response))
        for given in answers
        for name in [repr(given.response)]
    ]
    parts = tuple(tally_part(part, [response[part.key] for response in responses]) for part in item.parts)
    return _statistics(answers, sum(_is_blank(response) for response in responses), parts)


def analyse_variants(answers: Sequence[tuple[Item, Given]]) -> ItemStatistics:
    """Return what answers to variants of one generated item show.

    Each variant has options and numbers of its own, so answers are counted by what they show: `right`, a known
    misconception by its id, or `other`.
    """
    shown = Counter(_shown(item, given) for item, given in answers)
    blank = shown.pop("", 0)
    named = sorted(set(shown) - {"right", "other"}, key=lambda name: (-shown[name], name))
    counts = [
        Count("right", shown["right"], "right"),
        *(Count(name, shown[name], "wrong", name) for name in named),
        Count("other", shown["other"], "wrong"),
    ]
    return _statistics([given for _item, given in answers], blank, (PartTally("", (Tally("", tuple(counts), blank),)),))


def _shown(item: Item, given: Given) -> str:
    if _is_blank(_read(item, given.response)):
        return ""
    if given.score == FULL:
        return "right"
    return min(beliefs_in(item, given.response), default="other")


def _statistics(answers: Sequence[Given], blank: int, parts: tuple[PartTally, ...]) -> ItemStatistics:
    n = len(answers)
    right = sum(given.score == FULL for given in answers)
    return ItemStatistics(
        n=n,
        blank=blank,
        right=right,
        facility=Fraction(right, n) if n else None,
        mean=mean_of([given.score for given in answers]),
        discrimination=_discrimination(answers),
        parts=parts,
    )


def _is_blank(responses: Mapping[str, Response]) -> bool:
    return all(isinstance(response, Blank) for response in responses.values())


def _read(item: Item, raw: JSON) -> dict[str, Response]:
    responses = read(item, raw)
    return {part.key: Blank() for part in item.parts} if isinstance(responses, Unreadable) else responses


def _discrimination(answers: Sequence[Given]) -> float | None:
    pairs = [(float(given.score), float(given.rest)) for given in answers if given.rest is not None]
    if len(pairs) < FEWEST_FOR_DISCRIMINATION:
        return None
    try:
        return correlation([score for score, _ in pairs], [rest for _, rest in pairs])
    except StatisticsError:  # one side is constant
        return None


def beliefs_in(item: Item, raw: JSON) -> frozenset[str]:
    """Return the misconceptions that one answer to an item shows."""
    graded = grade(item, raw)
    if isinstance(graded, Unreadable):
        return frozenset()
    wrong = [
        (part, verdict)
        for part, graded_part in zip(item.parts, graded.parts, strict=True)
        for verdict in graded_part.verdicts
        if verdict.state is State.WRONG
    ]
    named = (part.misconceptions.get(_element(part, verdict)) for part, verdict in wrong)
    return frozenset(name for name in named if name)


def beliefs_asked(item: Item) -> frozenset[str]:
    """Return the misconceptions that answers to an item can show."""
    return frozenset(name for part in item.parts for name in part.misconceptions.values())


def _element(part: Part, verdict: Verdict) -> str:
    """Return what a verdict's misconception is kept under: a dropdown's stands beside what was chosen in it."""
    return f"{verdict.element}/{verdict.given}" if isinstance(part.answer, GapKey) else verdict.element
