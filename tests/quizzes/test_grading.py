"""Grading tables: for each interaction, what a response scores. Scores are typed by hand."""

from fractions import Fraction

import pytest

from quizzes.grading import Graded, State, grade
from quizzes.interactions import Choice, ChoiceKey, Item, Part, Rule, TextEntry, TextKey
from quizzes.responses import Unreadable
from tests.quizzes.made import (
    ALL,
    BY_PART,
    EVERY_INTERACTION,
    gapped,
    judged,
    matched,
    number,
    one_of,
    options,
    ordered,
    score,
    some_of,
    typed,
)

REFUSED = None
F = Fraction

BLANKS = [None, "", [], {}]


@pytest.mark.parametrize("name", EVERY_INTERACTION)
@pytest.mark.parametrize("blank", BLANKS)
def test_blank_scores_nothing_and_is_known_as_blank(name: str, blank: object) -> None:
    graded = grade(EVERY_INTERACTION[name], {"p": blank})
    assert isinstance(graded, Graded)
    assert (graded.score, graded.blank) == (F(0), True)


@pytest.mark.parametrize("raw", [None, {}])
def test_a_response_without_parts_is_blank(raw: object) -> None:
    graded = grade(one_of("ab", "a"), raw)
    assert isinstance(graded, Graded)
    assert graded.blank


@pytest.mark.parametrize("raw", ["a", 3, [], ["a"], True, {"q": ["a"]}, {"p": ["a"], "q": None}, {1: ["a"]}])
def test_a_response_that_is_no_set_of_known_parts_is_refused(raw: object) -> None:
    assert isinstance(grade(one_of("ab", "a"), raw), Unreadable)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (["b"], F(1)),
        (["a"], F(0)),
        (["b", "a"], REFUSED),
        (["b", "b"], REFUSED),
        (["z"], REFUSED),
        (["B"], REFUSED),
        ([" b"], REFUSED),
        ([1], REFUSED),
        ([None], REFUSED),
        ([["b"]], REFUSED),
        ("b", REFUSED),
        ({"b": True}, REFUSED),
        (True, REFUSED),
        (0, REFUSED),
    ],
)
def test_a_single_choice(value: object, expected: Fraction | None) -> None:
    assert score(one_of("abc", "b"), value) == expected


@pytest.mark.parametrize(
    ("value", "by_option", "all_or_nothing"),
    [
        (["a", "b", "c"], F(1), F(1)),
        (["c", "a", "b"], F(1), F(1)),
        (["a", "b"], F(2, 3), F(0)),
        (["a"], F(1, 3), F(0)),
        (["a", "b", "c", "x"], F(1, 2), F(0)),
        (["a", "x"], F(0), F(0)),  # 1/3 − 1/2 is below 0
        (["x", "y"], F(0), F(0)),
        (["a", "b", "c", "x", "y"], F(0), F(0)),
        (["a", "a"], REFUSED, REFUSED),
    ],
)
def test_a_multiple_choice(value: object, by_option: Fraction | None, all_or_nothing: Fraction | None) -> None:
    assert score(some_of("abc", "xy", BY_PART), value) == by_option
    assert score(some_of("abc", "xy", ALL), value) == all_or_nothing


@pytest.mark.parametrize(
    ("value", "by_pair", "all_or_nothing"),
    [
        ({"a": "x", "b": "y", "c": "z"}, F(1), F(1)),
        ({"a": "x"}, F(1, 3), F(0)),
        ({"a": "x", "b": "z"}, F(1, 3), F(0)),
        ({"a": "y", "b": "x", "c": "z"}, F(1, 3), F(0)),
        ({"a": "w", "b": "y", "c": "z"}, F(2, 3), F(0)),
        ({"a": "x", "b": None, "c": ""}, F(1, 3), F(0)),
        ({"a": None}, F(0), F(0)),
        ({"a": "x", "b": "x"}, REFUSED, REFUSED),
        ({"d": "x"}, REFUSED, REFUSED),
        ({"a": "v"}, REFUSED, REFUSED),
        ({"a": ["x"]}, REFUSED, REFUSED),
        ({"a": 1}, REFUSED, REFUSED),
        ([["a", "x"]], REFUSED, REFUSED),
        ("a", REFUSED, REFUSED),
    ],
)
def test_a_match(value: object, by_pair: Fraction | None, all_or_nothing: Fraction | None) -> None:
    pairs = {"a": "x", "b": "y", "c": "z"}
    assert score(matched(pairs, "xyzw", BY_PART), value) == by_pair
    assert score(matched(pairs, "xyzw", ALL), value) == all_or_nothing


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"a": "x", "b": "x", "c": "y"}, F(1)),
        ({"a": "x", "b": "x", "c": "x"}, F(2, 3)),
        ({"a": "y", "b": "y", "c": "x"}, F(0)),
    ],
)
def test_a_column_takes_any_number_of_statements(value: object, expected: Fraction) -> None:
    assert score(matched({"a": "x", "b": "x", "c": "y"}, "xy", BY_PART, target_max=0), value) == expected


def test_a_target_takes_as_many_sources_as_it_says() -> None:
    made = matched({"a": "x", "b": "x", "c": "y"}, "xy", BY_PART, target_max=2)
    assert score(made, {"a": "x", "b": "x", "c": "y"}) == F(1)
    assert score(made, {"a": "x", "b": "x", "c": "x"}) is REFUSED


@pytest.mark.parametrize(
    ("value", "by_position", "exact"),
    [
        (["c", "a", "b", "d"], F(1), F(1)),
        (["a", "c", "b", "d"], F(1, 2), F(0)),
        (["d", "c", "a", "b"], F(0), F(0)),
        (["c", "a", "b"], REFUSED, REFUSED),
        (["c", "a", "b", "b"], REFUSED, REFUSED),
        (["c", "a", "b", "d", "e"], REFUSED, REFUSED),
        ("cabd", REFUSED, REFUSED),
    ],
)
def test_an_order(value: object, by_position: Fraction | None, exact: Fraction | None) -> None:
    assert score(ordered("cabd", BY_PART), value) == by_position
    assert score(ordered("cabd", ALL), value) == exact


@pytest.mark.parametrize(
    ("value", "by_gap", "all_or_nothing"),
    [
        ({"g": "a", "h": "b"}, F(1), F(1)),
        ({"g": "a"}, F(1, 2), F(0)),
        ({"g": "b", "h": "b"}, F(1, 2), F(0)),
        ({"g": "a", "h": ""}, F(1, 2), F(0)),
        ({"g": "b", "h": "a"}, F(0), F(0)),
        ({"i": "a"}, REFUSED, REFUSED),
        ({"g": "z"}, REFUSED, REFUSED),
        (["a", "b"], REFUSED, REFUSED),
    ],
)
def test_dropdowns(value: object, by_gap: Fraction | None, all_or_nothing: Fraction | None) -> None:
    assert score(gapped({"g": "a", "h": "b"}, "abc", BY_PART), value) == by_gap
    assert score(gapped({"g": "a", "h": "b"}, "abc", ALL), value) == all_or_nothing


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("retain graph", F(1)),
        ("  Retain \t Graph ", F(1)),
        ("retain\u00a0graph", F(1)),  # no-break space
        ("retain\u200b graph\ufeff", F(1)),  # pasted, with spaces of no width
        ("ｒｅｔａｉｎ　ｇｒａｐｈ", F(1)),  # full width
        ("retaingraph", F(0)),
        ("near-miss", F(1, 4)),
        ("near–miss", F(1, 4)),  # typed with a dash
        ("near−miss", F(1, 4)),
        ("known mistake", F(0)),
        ("   ", F(0)),
        (7, REFUSED),
        (["retain graph"], REFUSED),
        ({"text": "x"}, REFUSED),
        (False, REFUSED),
        ("a\0b", REFUSED),
        pytest.param("\ud800", REFUSED, id="half a surrogate pair"),
        pytest.param("x" * 10_000, F(0), id="10000 letters"),
        pytest.param("x" * 10_001, REFUSED, id="10001 letters"),
    ],
)
def test_a_short_text(written: object, expected: Fraction | None) -> None:
    assert score(typed({"retain graph": F(1), "near-miss": F(1, 4), "known mistake": F(0)}), written) == expected


@pytest.mark.parametrize(
    ("accepted", "written", "case", "spaces", "same"),
    [
        ("Adam", "adam", True, "collapse", False),
        ("Straße", "STRASSE", False, "collapse", True),
        ("it's", "it’s", False, "collapse", True),
        ('"a"', "“a”", False, "collapse", True),
        ("[1, 2]", "[1,2]", True, "collapse", False),
        ("[1, 2]", "[1,2]", True, "remove", True),
        ("[1, 2]", " [ 1,2 ] ", True, "remove", True),
        ("a  b", "a b", True, "exact", False),
        ("a b", "a b ", True, "exact", False),
        ("a b", "a b", True, "exact", True),
        ("e\u0301", "\u00e9", True, "exact", True),  # an accent on its own, and the letter with it
    ],
)
def test_texts_are_folded_as_asked(accepted: str, written: str, case: bool, spaces: str, same: bool) -> None:
    assert score(typed({accepted: F(1)}, case=case, spaces=spaces), written) == F(same)


def test_the_first_form_that_has_the_text_wins() -> None:
    assert score(typed({"Adam": F(1), "adam": F(1, 2)}), "ADAM") == F(1)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("12.5", F(1)),
        ("12.45", F(1)),
        ("12.55", F(1)),
        ("12.4499999999999999999999", F(0)),
        ("12.5500000000000000000001", F(0)),
        ("12,5", F(1)),
        (12.5, F(1)),
        ("125e-1", F(1)),
        ("13", F(1, 2)),
        (13, F(1, 2)),
        ("−12.5", F(0)),
        ("twelve", REFUSED),
        (True, REFUSED),
        (["12.5"], REFUSED),
        ({"value": 12.5}, REFUSED),
        (float("nan"), REFUSED),
        (float("inf"), REFUSED),
        pytest.param(10**5000, REFUSED, id="5001 digits"),
        ("  ", F(0)),
    ],
)
def test_a_number(written: object, expected: Fraction | None) -> None:
    assert score(number(("12.45", "12.55", F(1)), ("13", "13", F(1, 2))), written) == expected


def test_what_a_person_must_judge_scores_nothing_until_then() -> None:
    assert score(judged(), "A long text.") == F(0)
    assert score(judged(), 3) is REFUSED


def test_an_item_scores_the_mean_of_its_parts() -> None:
    key = ChoiceKey(frozenset("a"), {"a": F(1), "b": F(0)}, Rule.ALL_OR_NOTHING)
    parts = tuple(Part(name, Choice(options("ab")), key) for name in "pqr")
    made = Item("made", "made", "?", parts)
    graded = grade(made, {"p": ["a"], "q": ["b"]})
    assert isinstance(graded, Graded)
    assert (graded.score, graded.blank) == (F(1, 3), False)


def test_one_unreadable_part_refuses_the_whole_response() -> None:
    made = Item("made", "made", "?", (Part("p", TextEntry(), TextKey(())), Part("q", TextEntry(), TextKey(()))))
    refused = grade(made, {"p": "fine", "q": 7})
    assert isinstance(refused, Unreadable)
    assert refused.part == "q"


def test_verdicts_tell_chosen_missed_and_rightly_left_options_apart() -> None:
    graded = grade(some_of("ab", "xy", BY_PART), {"p": ["a", "x"]})
    assert isinstance(graded, Graded)
    states = {verdict.element: verdict.state for verdict in graded.parts[0].verdicts}
    assert states == {"a": State.RIGHT, "b": State.MISSED, "x": State.WRONG, "y": State.LEFT}


def test_verdicts_of_pairs_name_what_was_given_and_what_belongs_there() -> None:
    graded = grade(matched({"a": "x", "b": "y", "c": "z"}, "xyz", BY_PART), {"p": {"a": "x", "b": "z"}})
    assert isinstance(graded, Graded)
    verdicts = [(v.element, v.state, v.given, v.correct) for v in graded.parts[0].verdicts]
    assert verdicts == [
        ("a", State.RIGHT, "x", "x"),
        ("b", State.WRONG, "z", "y"),
        ("c", State.MISSED, None, "z"),
    ]


def test_verdicts_of_an_order_go_by_position() -> None:
    graded = grade(ordered("cab", BY_PART), {"p": ["a", "c", "b"]})
    assert isinstance(graded, Graded)
    verdicts = [(v.element, v.state, v.given, v.correct) for v in graded.parts[0].verdicts]
    assert verdicts == [
        ("a", State.WRONG, "a", "c"),
        ("c", State.WRONG, "c", "a"),
        ("b", State.RIGHT, "b", "b"),
    ]


def test_a_known_mistake_is_told_by_its_form() -> None:
    graded = grade(typed({"right": F(1), "mistake": F(0)}), {"p": "mistake"})
    assert isinstance(graded, Graded)
    assert [(v.element, v.state) for v in graded.parts[0].verdicts] == [("form-1", State.WRONG)]
