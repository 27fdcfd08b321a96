"""Marks, percentages and which attempt counts; every figure typed by hand."""

from decimal import Decimal
from fractions import Fraction

import pytest

from quizzes.quiz import Counts
from quizzes.scoring import counting, marks, passes, percent

F = Fraction


@pytest.mark.parametrize(
    ("score", "points", "expected"),
    [
        (F(0), 1, "0.00"),
        (F(1), 1, "1.00"),
        (F(1, 3), 1, "0.33"),
        (F(2, 3), 1, "0.67"),
        (F(1, 8), 1, "0.13"),  # 0.125: half goes up
        (F(3, 8), 1, "0.38"),
        (F(1, 200), 1, "0.01"),
        (F(1, 201), 1, "0.00"),
        (F(1, 3), 3, "1.00"),
        (F(1, 3), 100, "33.33"),
        (F(999, 1000), 1, "1.00"),
    ],
)
def test_marks_are_rounded_to_a_hundredth_half_up(score: Fraction, points: int, expected: str) -> None:
    assert str(marks(score, points)) == expected


@pytest.mark.parametrize(
    ("earned", "points", "expected"),
    [
        (F(0), 0, "0.00"),
        (F(0), 7, "0.00"),
        (F(7), 7, "100.00"),
        (F(1), 3, "33.33"),
        (F(2), 3, "66.67"),
        (F(1), 16, "6.25"),
        (F(1), 32, "3.13"),  # 3.125
        (F(20) / 3, 10, "66.67"),
    ],
)
def test_a_percentage_is_rounded_once(earned: Fraction, points: int, expected: str) -> None:
    assert str(percent(earned, points)) == expected


@pytest.mark.parametrize(
    ("earned", "points", "needed", "passed"),
    [
        (F(7), 10, 70, True),
        (F(7) - F(1, 10**9), 10, 70, False),  # shows as 70.00 %
        (F(2), 3, 67, False),
        (F(2), 3, 66, True),
        (F(0), 5, 0, True),
        (F(0), 0, 0, False),
        (F(5), 5, 100, True),
    ],
)
def test_passing_compares_the_exact_share(earned: Fraction, points: int, needed: int, passed: bool) -> None:
    assert passes(earned, points, needed) is passed


def test_thirds_add_up_to_a_whole() -> None:
    assert str(marks(F(1, 3) + F(1, 3) + F(1, 3), 1)) == "1.00"


@pytest.mark.parametrize(
    ("rule", "expected"), [("best", F(3, 4)), ("last", F(1, 2)), ("first", F(1, 4)), ("mean", F(1, 2))]
)
def test_which_attempt_counts(rule: Counts, expected: Fraction) -> None:
    assert counting([F(1, 4), F(3, 4), F(1, 2)], rule) == expected


def test_marks_are_decimals_not_floats() -> None:
    assert isinstance(marks(F(1, 3), 1), Decimal)
