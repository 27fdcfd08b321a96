"""What holds for every package of a course."""

import pytest

from courseware.packages import packages
from courseware.packages.quizzes import course_quizzes, merged
from quizzes.exports.report import Converted, Exact, Lost, build_report
from tests.courseware.packages.samples import courses, knots


def test_a_package_is_found_by_being_there() -> None:
    assert "site" in packages()
    assert all(name == package.name for name, package in packages().items())


@pytest.mark.parametrize("name", packages())
def test_the_same_course_always_gives_the_same_bytes(name: str) -> None:
    for course in courses():
        first, second = (packages()[name].write(course) for _ in range(2))
        assert first == second
        assert packages()[name].file_name(course) == f"{course.slug}-{name}{packages()[name].suffix}"


@pytest.mark.parametrize("name", packages())
def test_the_report_has_one_line_for_each_item_of_the_course(name: str) -> None:
    for course in courses():
        report = packages()[name].report(course)
        asked = {item.id for quiz in course_quizzes(course) for item in quiz.items}
        assert sorted(line.item for line in report.lines) == sorted(asked)
        assert report.to_json()["quiz"] == course.slug


def test_reports_on_quizzes_become_one_that_names_the_quizzes_once() -> None:
    quizzes = [quiz for quiz in course_quizzes(knots()) if quiz.slug in ("tying", "final")]
    shared = quizzes[0].items[0]
    reports = [
        build_report("x", "knots/tying", [(shared, Exact())], [Lost("", "the limit"), Lost(shared.id, "its colour")]),
        build_report("x", "knots/final", [(shared, Converted("y", "z"))], [Lost("", "the limit")]),
    ]
    report = merged("x", knots(), reports, [Lost("", "its cover")])
    assert [(line.item, line.outcome) for line in report.lines] == [(shared.id, Exact())]
    assert report.lost_by("") == ("its cover", "in every graded quiz: the limit")
    assert report.lost_by(shared.id) == ("its colour",)


def test_what_only_some_quizzes_lose_is_told_with_their_titles() -> None:
    quizzes = [quiz for quiz in course_quizzes(knots()) if quiz.slug in ("tying", "ropes-check")]
    reports = [build_report("x", quiz.address, [], [Lost("", "the limit")]) for quiz in quizzes]
    assert merged("x", knots(), reports).lost_by("") == ("in “Tying”, “Check: ropes”: the limit",)
