"""What is made of the courses alone is kept with them: once, bounded, and never for the courses of another app."""

from pathlib import Path

from flask import Flask

from app import create_app
from app.config import Instance, Settings
from app.library import MOST_KEPT, Kept, library
from app.web.teach.prepared import leaving_bank, leaving_quiz
from courseware.library import read_library
from tests.courseware.made import change, tiny_copy


def test_a_value_is_made_once() -> None:
    memory, made = Kept(), list[str]()

    def make() -> str:
        made.append("once")
        return "made"

    assert [memory.get("one", make) for _ in range(3)] == ["made"] * 3
    assert made == ["once"]


def test_beyond_the_bound_the_value_that_was_longest_not_asked_for_goes() -> None:
    memory = Kept(most=2)
    for name in ("a", "b", "a", "c"):
        memory.get(name, str)
    assert list(memory.values) == ["a", "c"]
    assert Kept().most == MOST_KEPT


def title_of(app: Flask) -> str:
    with app.app_context():
        course = library().courses["knots"]
        return leaving_quiz(course, course.bank.quizzes["tying"]).prepared.title


def test_an_app_with_other_courses_never_gets_what_was_kept_for_these(made_app: Flask, tmp_path: Path) -> None:
    root = tiny_copy(tmp_path)
    change(root / "quizzes/banks/knots/tying.yaml", "title: Tying\n", "title: Tying anew\n")
    other = create_app(Instance(tmp_path, Settings(), "a secret"), read_library([root]))
    assert [title_of(made_app), title_of(other), title_of(made_app)] == ["Tying", "Tying anew", "Tying"]


def test_a_quiz_and_all_questions_of_its_file_are_kept_apart(made_app: Flask) -> None:
    with made_app.app_context():
        course = library().courses["knots"]
        final = course.bank.quizzes["tying"]
        slugs = [leaving_quiz(course, final).prepared.slug, leaving_bank(course, final).prepared.slug]
        assert slugs == ["tying", "tying-bank"]
        assert leaving_quiz(course, final).prepared is leaving_quiz(course, final).prepared
