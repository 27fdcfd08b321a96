"""What the article says and holds no longer stands nowhere in the course as if it were true."""

from pathlib import Path

import pytest

from courseware.library import OWN_ROOT, read_library
from tests.content import tiny_root
from tests.courseware.made import change, copy_of, the_course
from tests.courseware.outdated import OUTDATED, outdated_in, outdated_statements

LESSON, BANK = "courseware/knots/lessons/ropes.md", "quizzes/banks/knots/ropes-check.yaml"
SAID = OUTDATED["keras-on-theano-and-cntk"].said


def test_the_course_says_none_of_it_as_if_it_were_true() -> None:
    course = read_library([OWN_ROOT]).courses["deep-learning-frameworks"]
    assert len(OUTDATED) >= 10
    assert outdated_statements(course) == []


@pytest.mark.parametrize("name", OUTDATED)
def test_each_is_found_where_it_is_said(name: str) -> None:
    assert name in outdated_in(OUTDATED[name].said)
    assert outdated_in(f"The article says: {OUTDATED[name].said}") == ()


def found_in(root: Path) -> list[str]:
    return [f"{where}: {name}" for where, name, _ in outdated_statements(the_course(read_library([root])))]


PLANTED = "keras-on-theano-and-cntk"


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("A knot weakens the rope it is tied in.", SAID, ["item rope-weaker"]),
        ("The working end is the one that moves while you tie.", SAID, ["item rope-part"]),
        ("feedback: It is the end that works.", f'feedback: "{SAID}"', ["item rope-part"]),
        ("text: The working end, correct: true", f'text: "{SAID}", correct: true', ["item rope-part"]),
        ("text: The standing part,", f'text: "{SAID}",', []),
        ("Which part do you tie with?", f"What does the article say? {SAID}", []),
    ],
)
def test_a_bank_may_say_it_as_a_wrong_answer_only(tmp_path: Path, old: str, new: str, found: list[str]) -> None:
    root = copy_of(tiny_root(), "knots", tmp_path)
    change(root / BANK, old, new)
    assert found_in(root) == [f"{where}: {PLANTED}" for where in found]


@pytest.mark.parametrize(
    ("planted", "is_found"),
    [
        (SAID, True),
        (f"- {SAID}", True),
        (f"::: since\n{SAID}\n:::", True),
        (f"| Then | Now |\n|---|---|\n| x | {SAID} |", True),
        (f"| The article says | Today |\n|---|---|\n| {SAID} | No |", False),
        (f"The article says that {SAID}", False),
        ("Keras 2.3 still ran on Theano and CNTK.", False),
    ],
)
def test_a_lesson_may_say_it_as_the_articles_only(tmp_path: Path, planted: str, is_found: bool) -> None:
    root = copy_of(tiny_root(), "knots", tmp_path)
    change(root / LESSON, "## What a knot costs", f"{planted}\n\n## What a knot costs")
    assert (f"lesson ropes: {PLANTED}" in found_in(root)) is is_found
