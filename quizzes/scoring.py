"""Scores to marks: the one place where anything is rounded."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from quizzes.quiz import Counts

CENT = Decimal("0.01")


def marks(score: Fraction, points: int) -> Decimal:
    """Return the marks, to a hundredth of a point, for a score from 0 to 1 of so many points."""
    return _rounded(score * points)


def percent(earned: Fraction, points: int) -> Decimal:
    """Return earned points as a percentage of all points, to a hundredth; 0 where there are none."""
    return _rounded(earned * 100 / points) if points else Decimal("0.00")


def passes(earned: Fraction, points: int, pass_percent: int) -> bool:
    """Say whether the exact share reaches the pass mark; nothing is rounded before it is compared."""
    return points > 0 and earned * 100 >= pass_percent * points


def counting(scores: Sequence[Fraction], rule: Counts) -> Fraction:
    """Return the score that counts of one or more attempts, first to last."""
    match rule:
        case "best":
            return max(scores)
        case "last":
            return scores[-1]
        case "first":
            return scores[0]
        case "mean":
            return sum(scores, Fraction(0)) / len(scores)


def _rounded(value: Fraction) -> Decimal:
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return exact.quantize(CENT, rounding=ROUND_HALF_UP)
