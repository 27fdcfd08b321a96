"""The open half of an item says nothing of its key."""

import msgspec
import pytest

from quizzes.interactions import Item, OrderKey, Question, question_of
from tests.quizzes.made import ALL, BY_PART, gapped, matched, one_of, ordered, some_of
from tests.quizzes.roots import every_quiz

ITEMS = [pytest.param(item, id=f"{quiz.address}/{item.id}") for quiz in every_quiz() for item in quiz.items]


@pytest.mark.parametrize("item", ITEMS)
def test_a_question_holds_no_key_no_feedback_and_no_explanation(item: Item) -> None:
    seen = msgspec.json.encode(question_of(item)).decode()
    secret = [
        item.explanation,
        item.right,
        item.wrong,
        *(text for part in item.parts for text in part.feedback.values()),
    ]
    assert [text for text in secret if text and msgspec.json.encode(text).decode()[1:-1] in seen] == []


def test_a_question_has_these_fields_and_no_others() -> None:
    assert Question.__struct_fields__ == ("id", "kind", "prompt", "parts", "points", "partial_credit", "hint")


@pytest.mark.parametrize("item", [case for case in ITEMS if case.values[0].kind == "order"])
def test_steps_are_listed_in_an_order_that_says_nothing(item: Item) -> None:
    keys = [option.key for option in item.parts[0].interaction.options]
    assert keys == sorted(keys)
    assert isinstance(item.parts[0].answer, OrderKey)


@pytest.mark.parametrize(
    ("item", "partial"),
    [
        (one_of("ab", "a"), False),
        (some_of("ab", "x", BY_PART), True),
        (some_of("a", "xy", BY_PART), True),
        (matched({"a": "x", "b": "y"}, "xy", BY_PART), True),
        (some_of("a", "x", BY_PART), False),
        (some_of("ab", "xy", ALL), False),
        (ordered("abc", BY_PART), True),
        (ordered("abc", ALL), False),
        (ordered("ab", BY_PART), False),  # both right, or both wrong
        (gapped({"g": "a"}, "ab", BY_PART), False),
    ],
)
def test_partial_credit_is_announced_where_some_response_earns_it(item: Item, partial: bool) -> None:
    assert question_of(item).partial_credit is partial
