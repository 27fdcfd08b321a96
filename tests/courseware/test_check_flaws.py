"""The check reports flaws of questions with file and line, unless their author says why they must be so."""

from pathlib import Path

import pytest

from courseware.library import read_library
from quizzes.interactions import Choice, ChoiceKey
from quizzes.patterns import patterns
from tests.courseware.made import change, the_course, tiny_copy, told

CHECK = "quizzes/banks/knots/ropes-check.yaml"
NEGATIVE = """
  - id: rope-not
    kind: true-false
    prompt: A knot does not weaken its rope.
    answer: false
    if_true: It does.
    if_false: It does.
    objective: rope-parts
    see: ropes#names
    explanation: It does.
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    tiny_copy(tmp_path)
    with (tmp_path / CHECK).open("a") as bank:
        bank.write(NEGATIVE)
    return tmp_path


def line_of(root: Path, words: str) -> int:
    return (root / CHECK).read_text().splitlines().index(words) + 1


def test_a_flaw_has_its_line_and_says_how_to_mean_it(root: Path) -> None:
    line = line_of(root, "    prompt: A knot does not weaken its rope.")
    assert told(root) == [
        f"{CHECK}:{line}: item “rope-not”: the question turns on “not”, which is easily overlooked; "
        "ask for what holds; or say under “allow” why it must be so: negative-stem: …"
    ]


def test_a_flaw_that_is_meant_is_left_alone(root: Path) -> None:
    change(
        root / CHECK,
        "    if_true: It does.\n",
        "    allow: {negative-stem: That is what people say.}\n    if_true: Yes.\n",
    )
    assert told(root) == []


def test_what_is_allowed_must_be_a_known_flaw_and_must_be_there(root: Path) -> None:
    change(root / CHECK, "    if_true: It does.\n", "    allow: {negative: It is.}\n    if_true: It does.\n")
    assert any("“negative”" in fault for fault in told(root))
    change(root / CHECK, "{negative: It is.}", "{negative-stem: Meant., catch-all: Meant.}")
    line = line_of(root, "    allow: {negative-stem: Meant., catch-all: Meant.}")
    assert told(root) == [
        f"{CHECK}:{line}: item “rope-not”: nothing here is flawed by “catch-all” any more; remove this"
    ]


def test_a_pattern_of_a_quiz_is_told_and_can_be_meant(root: Path) -> None:
    one = NEGATIVE.replace("does not weaken", "weakens").replace("answer: false", "answer: true")
    items = "".join(one.replace("rope-not", f"rope-so-{number}") for number in range(5))
    path = root / CHECK
    path.write_text(path.read_text().replace(NEGATIVE, items))
    line = line_of(root, "items:")
    (fault,) = told(root)
    assert fault.startswith(f"{CHECK}:{line}: “true” is right in ")
    assert fault.endswith("change some, or say under “allow” why it must be so: true-false-pattern: …")
    change(path, "items:\n", "allow: {true-false-pattern: It is an example.}\nitems:\n")
    assert told(root) == []


def test_over_all_our_questions_nobody_can_go_by_length_place_or_true() -> None:
    course = the_course(read_library())
    items = [item for quiz in course.bank.quizzes.values() for item in quiz.items]
    assert list(patterns(items, shuffled=True)) == []
    answers = [
        next(iter(part.answer.correct))
        for item in items
        for part in item.parts
        if item.kind == "true-false" and isinstance(part.interaction, Choice) and isinstance(part.answer, ChoiceKey)
    ]
    assert abs(answers.count("true") - answers.count("false")) <= len(answers) // 4
