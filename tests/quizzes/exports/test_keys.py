"""Which keys give all of the credit or none, and which spread it evenly."""

from fractions import Fraction

import pytest

from quizzes.exports.keys import is_all_or_nothing, is_even
from quizzes.interactions import Choice, ChoiceKey, Credit, MatchKey, Option, Part, Rule

WHOLE, BY_PART = Rule.ALL_OR_NOTHING, Rule.BY_PART
HALF, FULL, NOTHING = Fraction(1, 2), Fraction(1), Fraction(0)
ONE, ANY = 1, 0  # how many may be chosen


def part(key: ChoiceKey, most: int) -> Part:
    return Part("answer", Choice(tuple(Option(name, name) for name in "abc"), max_choices=most), key)


@pytest.mark.parametrize(
    ("most", "correct", "credit", "rule", "is_so"),
    [
        (ONE, "a", {"a": FULL}, WHOLE, True),
        (ONE, "a", {"a": FULL, "b": NOTHING, "c": -HALF}, BY_PART, True),
        (ONE, "a", {"a": FULL, "b": HALF}, BY_PART, False),
        (ONE, "ab", {"a": FULL, "b": FULL}, BY_PART, False),
        (ANY, "ab", {"a": HALF, "b": HALF, "c": -FULL}, WHOLE, True),
        (ANY, "ab", {"a": HALF, "b": HALF, "c": -FULL}, BY_PART, False),
        (ANY, "a", {"a": FULL}, BY_PART, False),
    ],
)
def test_a_choice_is_all_or_nothing_where_one_answer_earns_everything(
    most: int, correct: str, credit: dict[str, Fraction], rule: Rule, is_so: bool
) -> None:
    key = ChoiceKey(frozenset(correct), credit, rule)
    assert is_all_or_nothing(part(key, most), key) is is_so


@pytest.mark.parametrize(
    ("credit", "is_so"),
    [
        ({"x": {"a": HALF}, "y": {"b": HALF}}, True),
        ({"x": {"a": HALF, "b": NOTHING}, "y": {"b": HALF}}, True),
        ({"x": {"a": HALF, "b": Fraction(1, 4)}, "y": {"b": HALF}}, False),
        ({"x": {"a": Fraction(3, 4)}, "y": {"b": Fraction(1, 4)}}, False),
        ({"x": {"a": FULL}}, False),
    ],
)
def test_pairs_are_even_where_each_earns_its_share_and_no_other_earns_anything(
    credit: dict[str, Credit], is_so: bool
) -> None:
    assert is_even(MatchKey({"x": "a", "y": "b"}, credit, BY_PART)) is is_so
