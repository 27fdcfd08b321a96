"""Quizzes, banks and courses as they leave, and what every format makes of them: made once, not for each request."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.library import kept
from courseware.course import Course
from courseware.packages import Package
from quizzes.exports import ExportQuiz, formats, prepare, prepare_bank
from quizzes.exports.matrix import Cell, row_of
from quizzes.exports.report import Report
from quizzes.quiz import Quiz


@dataclass(frozen=True, slots=True)
class Leaving:
    """What is to leave a course, all of its quiz or of the file of one; `key` tells the two apart."""

    key: tuple[str, str, str]
    prepared: ExportQuiz


def leaving_quiz(course: Course, quiz: Quiz) -> Leaving:
    """Return a quiz as exports take it."""
    key = ("quiz", course.slug, quiz.slug)
    return Leaving(key, kept(key, lambda: prepare(course.bank, quiz, course.language)))


def leaving_bank(course: Course, quiz: Quiz) -> Leaving:
    """Return all questions of the file of a quiz as exports take them."""
    key = ("bank", course.slug, quiz.slug)
    return Leaving(key, kept(key, lambda: prepare_bank(course.bank, quiz, course.language)))


def fates(leaving: Leaving) -> Mapping[str, Cell]:
    """Return how many questions become what in each format."""
    made = leaving.prepared
    return kept(("fates", leaving.key), lambda: {name: row_of(one.report(made)).all for name, one in formats().items()})


def package_report(course: Course, package: Package) -> Report:
    """Return what becomes of each question of a course in a package."""
    return kept(("package", course.slug, package.name), lambda: package.report(course))
