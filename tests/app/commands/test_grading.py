"""`grade` and `specimens`: our grading for other engines to be held against."""

import json
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from app.loading import Loaded
from quizzes.bank import Bank
from tests.app.commands.conftest import Command, refused
from tests.conftest import CONTENT


def grade(command: Command, tmp_path: Path, quiz: str, responses: object, *options: str) -> dict[str, Any]:
    file = tmp_path / "responses.json"
    file.write_text(json.dumps(responses))
    result = command("grade", quiz, file, *options)
    assert result.exit_code == 0, result.output
    graded: dict[str, Any] = json.loads(result.stdout)
    return graded


def specimens(command: Command, quiz: str) -> dict[str, list[dict[str, Any]]]:
    result = command("specimens", quiz, "--json")
    assert result.exit_code == 0, result.output
    return {item["id"]: item["specimens"] for item in json.loads(result.stdout)["items"]}


def right_ones(command: Command, quiz: str) -> dict[str, Any]:
    return {
        item: next(one["response"] for one in every if one["score"] == "1")
        for item, every in specimens(command, quiz).items()
    }


def test_every_specimen_scores_what_it_says(command: Command, tmp_path: Path) -> None:
    found = specimens(command, "knots/tying")
    for place in range(max(map(len, found.values()))):
        asked = {item: every[place] for item, every in found.items() if place < len(every)}
        graded = grade(command, tmp_path, "knots/tying", {item: one["response"] for item, one in asked.items()})
        for line in graded["items"]:
            wanted = asked.get(line["id"], {"score": "0", "score_number": 0.0})
            assert (line["score"], line["score_number"]) == (wanted["score"], wanted["score_number"])
            assert (line["unreadable"] is None) is (wanted["score"] is not None)


def test_a_whole_quiz_done_right_has_full_marks(command: Command, tmp_path: Path) -> None:
    graded = grade(command, tmp_path, "knots/tying", right_ones(command, "knots/tying"))
    assert graded["quiz"] == "knots/tying"
    assert (graded["score"], graded["score_number"], graded["percent"], graded["passed"]) == ("1", 1.0, 100.0, True)
    assert graded["marks"] == graded["points"] == sum(item["points"] for item in graded["items"])
    assert not any(item["blank"] for item in graded["items"])


def test_an_empty_file_is_a_blank_paper(command: Command, tmp_path: Path) -> None:
    graded = grade(command, tmp_path, "knots/tying", {})
    assert (graded["score"], graded["marks"], graded["passed"]) == ("0", 0.0, False)
    assert all(item["blank"] for item in graded["items"])


def test_a_file_may_begin_with_a_byte_order_mark(command: Command, tmp_path: Path) -> None:
    file = tmp_path / "responses.json"
    file.write_text("{}", encoding="utf-8-sig")
    assert json.loads(command("grade", "knots/tying", file).stdout)["points"] > 0


def test_what_can_not_be_read_is_said_and_costs_nothing_but_itself(command: Command, tmp_path: Path) -> None:
    right = right_ones(command, "knots/tying")
    first = next(iter(right))
    graded = grade(command, tmp_path, "knots/tying", right | {first: {"answer": {"x": [1]}}})
    lines = {item["id"]: item for item in graded["items"]}
    assert lines[first]["score"] is None
    assert lines[first]["unreadable"]
    points = sum(item["points"] for item in graded["items"])
    assert Fraction(graded["score"]) == Fraction(points - lines[first]["points"], points)


def test_feedback_comes_with_what_was_chosen(command: Command, tmp_path: Path) -> None:
    graded = grade(command, tmp_path, "knots/tying", right_ones(command, "knots/tying"))
    for item in graded["items"]:
        assert item["feedback"], item["id"]
        assert all(set(said) == {"part", "element", "state", "text"} for said in item["feedback"])


def test_a_quiz_that_draws_grades_what_the_file_answers(command: Command, tmp_path: Path) -> None:
    right = right_ones(command, "knots/final")
    few = dict(list(right.items())[:2])
    graded = grade(command, tmp_path, "knots/final", few)
    assert [item["id"] for item in graded["items"]] == list(few)
    assert graded["percent"] == 100.0


def test_a_quiz_that_draws_grades_the_paper_of_a_seed(command: Command, tmp_path: Path) -> None:
    graded = grade(command, tmp_path, "knots/final", {}, "--seed", "s")
    again = grade(command, tmp_path, "knots/final", {}, "--seed", "s")
    assert len(graded["items"]) == 3
    assert graded == again


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("{", "is not JSON"),
        ("[]", "must hold one object"),
        ('{"nowhere": {}}', "does not ask nowhere"),
        ("\xff", "JSON"),
        ("[" * 100_000, "is nested too deeply"),
    ],
)
def test_a_file_that_can_not_be_graded_is_refused_in_one_line(
    command: Command, tmp_path: Path, written: str, said: str
) -> None:
    file = tmp_path / "responses.json"
    file.write_bytes(written.encode("latin-1"))
    assert said in refused(command("grade", "knots/tying", file))


@pytest.mark.parametrize(
    ("quiz", "said"),
    [("nowhere", "there is no quiz “nowhere”"), ("nowhere/final", "there is no quiz"), ("a/b/c", "no")],
)
def test_a_quiz_that_is_not_one_is_refused(command: Command, quiz: str, said: str) -> None:
    assert said in refused(command("specimens", quiz))


def test_a_quiz_of_two_courses_must_be_named_in_full(
    command: Command, knots: Loaded, monkeypatch: pytest.MonkeyPatch
) -> None:
    course = knots.library.courses["knots"]
    other = replace(course, slug="hitches", bank=_renamed(course.bank, "hitches"))
    both = replace(knots, library=replace(knots.library, courses={"hitches": other, "knots": course}))
    monkeypatch.setattr("app.commands.context.load_courses", lambda _instance: both)
    assert "write one of hitches/final, knots/final" in refused(command("specimens", "final"))


def _renamed(bank: Bank, course: str) -> Bank:
    return Bank(course, {slug: replace(quiz, course=course) for slug, quiz in bank.quizzes.items()})


def test_a_quiz_is_named_alone_where_one_course_has_it(command: Command) -> None:
    assert command("specimens", "tying").exit_code == 0


def test_the_file_can_come_from_standard_input(command: Command) -> None:
    result = command("grade", "knots/tying", "-", input="{}")
    assert json.loads(result.stdout)["score"] == "0"


def test_the_formats_are_documented() -> None:
    readme = (CONTENT.parents[1] / "quizzes" / "README.md").read_text()
    for word in ("coursewright grade", "coursewright specimens", "score_number", "unreadable", "--seed"):
        assert word in readme
