"""Flaws of questions and patterns of quizzes, as an author meets them."""

from collections.abc import Sequence

import pytest

from quizzes.flaws import Flaw, flaws
from quizzes.patterns import patterns
from quizzes.quiz import Quiz, quiz_from
from quizzes.source import read_text

SEE = "objective: rope-parts, see: ropes#names, explanation: So it is."


def quiz_of(*items: str, settings: str = "") -> Quiz:
    listed = "\n".join(f"  - {{id: made-{number}, {SEE}, {item}}}" for number, item in enumerate(items, 1))
    return quiz_from(read_text(f"title: Made\n{settings}items:\n{listed}\n", "made.yaml"), "knots", "made")


def single(prompt: str, right: str, *wrong: str, more: str = "", at: int = 0) -> str:
    texts = list(wrong)
    texts.insert(at, right)
    options = ", ".join(
        f'{{id: o{number}, text: "{text}", feedback: So., correct: {str(number == at).lower()}}}'
        for number, text in enumerate(texts)
    )
    return f'kind: single, prompt: "{prompt}", options: [{options}]{more}'


def true_false(prompt: str, answer: str = "true") -> str:
    return f'kind: true-false, prompt: "{prompt}", answer: {answer}, if_true: So., if_false: So.'


def dropdowns(text: str, right: str, *wrong: str) -> str:
    options = ", ".join(f'{{id: o{n}, text: "{one}", feedback: So.}}' for n, one in enumerate(wrong))
    right = f"{{id: right, text: {right}, feedback: So., correct: true}}"
    gaps = f"gaps: {{g: {{options: [{right}, {options}]}}}}"
    return f'kind: dropdowns, prompt: Fill it in., credit: by-gap, text: "{text}", {gaps}'


def found(item: str) -> list[Flaw]:
    return list(flaws(quiz_of(item).items[0]))


@pytest.mark.parametrize(
    ("item", "name", "place"),
    [
        (single("Which holds?", "A bowline", "A hitch", "All of the above"), "catch-all", ("options", 2, "text")),
        (single("Which holds?", "None of these", "A hitch", "A bend"), "catch-all", ("options", 0, "text")),
        (single("Which holds?", "A bowline", "Both are right", "A bend"), "catch-all", ("options", 1, "text")),
        (single("Which holds?", "A bowline", "Both a and b.", "A bend"), "catch-all", ("options", 1, "text")),
        (single("Which knot does not slip?", "A bowline", "A noose"), "negative-stem", ("prompt",)),
        (single("Which knot doesn't slip?", "A bowline", "A noose"), "negative-stem", ("prompt",)),
        (single("A rope is tied. Which of these is so, EXCEPT on ice?", "One", "Two"), "negative-stem", ("prompt",)),
        (single("Choose the knot that never slips.", "A bowline", "A noose"), "negative-stem", ("prompt",)),
        (true_false("A bowline does not slip."), "negative-stem", ("prompt",)),
        (
            single("Why?", "It bends the rope so far that fibres break", "It is wet", "It is old"),
            "longest-is-right",
            ("options", 0, "text"),
        ),
        (
            single("Why?", "It is wet", "The rope is old", "the *rope* is old."),
            "repeated-option",
            ("options", 2, "text"),
        ),
        (single("This knot is an", "overhand knot", "bowline"), "article-cue", ("prompt",)),
        (dropdowns("It is a {{g}} that holds.", "bowline", "overhand knot"), "article-cue", ("gaps", "g", "text")),
        (dropdowns("It is {{g}}.", "wet", "All of them"), "catch-all", ("gaps", "g", "options", 1, "text")),
    ],
)
def test_a_flaw_is_found_where_it_stands(item: str, name: str, place: Sequence[str | int]) -> None:
    assert [(flaw.name, flaw.place) for flaw in found(item)] == [(name, place)]


@pytest.mark.parametrize(
    "item",
    [
        single("Which holds?", "A bowline", "All knots", "None"),
        single("It does not slip. Which knot is it?", "A bowline", "A noose"),
        single("Which word stands for `not` here?", "`if not`", "`is`"),
        single("What does `x is not None` say?", "It is there", "It is a text"),
        single("Why?", "It bends the rope too far", "It is wet", "It is old"),  # longer, but not so that one sees it
        single("Why?", "It is wet", "It bends the rope so far that fibres break", "It is old"),
        single("Which shape?", "`(2, 3)`", "`(3, 2)`", "`(2,)`"),
        single("Which is written?", "`True`", "`true`"),
        single("This knot is an", "overhand knot", "eight", "hourglass"),
        single("This knot is a", "bowline", "unit", "one-sided bend"),
        dropdowns("It is {{g}} that holds.", "a bowline", "an overhand knot"),
        true_false("Every knot weakens its rope."),
    ],
)
def test_what_only_looks_like_a_flaw_is_left_alone(item: str) -> None:
    assert found(item) == []


def test_a_typed_answer_can_be_asked_for_negatively_too() -> None:
    item = 'kind: numeric, prompt: "How many do not slip?", answer: 3, feedback: {right: Yes., wrong: No.}'
    assert [flaw.name for flaw in found(item)] == ["negative-stem"]


def named(quiz: Quiz, *, shuffled: bool = True) -> list[tuple[str, int]]:
    return [(pattern.name, len(pattern.items)) for pattern in patterns(quiz.items, shuffled=shuffled)]


LONGEST = single("Which?", "A long answer", "Short", "Brief", "Small")
SHORTEST = single("Which?", "Short", "A long answer", "A longer one", "Much longer yet")


def test_a_learner_could_go_by_the_longest_option() -> None:
    assert named(quiz_of(*[LONGEST] * 4, *[SHORTEST] * 2)) == [("longest-pattern", 4)]


def test_as_many_longest_options_as_chance_gives_are_no_pattern() -> None:
    assert named(quiz_of(*[LONGEST] * 4, *[SHORTEST] * 8)) == []
    assert named(quiz_of(*[LONGEST] * 3)) == []  # too few to learn from


def test_a_learner_could_go_by_the_place_where_options_keep_their_order() -> None:
    placed = [single("Which?", "One", "Two", "Six", "Ten", at=2, more=", shuffle: false")] * 4
    assert named(quiz_of(*placed)) == [("position-pattern", 4)]
    shuffled = [single("Which?", "One", "Two", "Six", "Ten", at=2)] * 4
    assert named(quiz_of(*shuffled)) == []
    assert named(quiz_of(*shuffled), shuffled=False) == [("position-pattern", 4)]


def test_places_that_vary_are_no_pattern() -> None:
    varied = [single("Which?", "One", "Two", "Six", "Ten", at=at, more=", shuffle: false") for at in (0, 1, 2, 3, 1)]
    assert named(quiz_of(*varied)) == []


@pytest.mark.parametrize(
    ("answers", "expected"),
    [("tttt", [("true-false-pattern", 4)]), ("fffft", [("true-false-pattern", 4)]), ("tttf", []), ("ttt", [])],
)
def test_true_and_false_are_balanced(answers: str, expected: list[tuple[str, int]]) -> None:
    items = [true_false("It holds.", "true" if answer == "t" else "false") for answer in answers]
    assert named(quiz_of(*items)) == expected
