"""The quizzes of a course as a package takes them, and the report on all of them as one."""

from collections.abc import Iterable, Sequence

from courseware.asked import check_quizzes, graded_quizzes
from courseware.course import Course
from quizzes.exports import ExportQuiz, prepare
from quizzes.exports.report import Line, Lost, Report
from quizzes.quiz import Quiz

EXTRA = "More practice"  # what no lesson asks


def course_quizzes(course: Course) -> tuple[ExportQuiz, ...]:
    """Return every quiz of a course, prepared: the graded ones as a learner meets them, then the checks."""
    return (*prepared(course, graded_quizzes(course)), *prepared(course, check_quizzes(course)))


def prepared(course: Course, quizzes: Iterable[Quiz]) -> tuple[ExportQuiz, ...]:
    """Return quizzes of a course as exports take them."""
    return tuple(prepare(course.bank, quiz, course.language) for quiz in quizzes)


def all_pictures(quizzes: Iterable[ExportQuiz]) -> dict[str, bytes]:
    """Return the pictures that the questions of quizzes show, by name."""
    return {name: content for quiz in quizzes for name, content in quiz.pictures.items()}


def elsewhere(course: Course) -> list[str]:
    """Return the quizzes that no lesson asks, but for the final one."""
    inside = {check.quiz for lesson in course.lessons for check in lesson.checks}
    inside |= {lesson.quiz for lesson in course.lessons if lesson.quiz} | {course.final}
    return [quiz.slug for quiz in (*graded_quizzes(course), *check_quizzes(course)) if quiz.slug not in inside]


def merged(name: str, course: Course, reports: Iterable[Report], lost: Sequence[Lost] = ()) -> Report:
    """Return the reports on a course's quizzes as one: each item once, as the first quiz that has it carries it.

    What a quiz as a whole loses is told once, with the titles of the quizzes that lose it.
    """
    lines: dict[str, Line] = {}
    of_items: dict[Lost, None] = {}
    of_quizzes: dict[str, list[str]] = {}
    for report in reports:
        lines |= {line.item: line for line in report.lines if line.item not in lines}
        slug = report.quiz.rpartition("/")[2]
        for loss in report.lost:
            if loss.item:
                of_items[loss] = None
            else:
                of_quizzes.setdefault(loss.what, []).append(slug)
    told = [Lost("", f"in {_listed(course, slugs)}: {what}") for what, slugs in of_quizzes.items()]
    return Report(name, course.slug, tuple(lines.values()), (*lost, *told, *of_items))


def _listed(course: Course, slugs: Sequence[str]) -> str:
    graded = {quiz.slug for quiz in graded_quizzes(course)}
    if set(slugs) >= graded | {quiz.slug for quiz in check_quizzes(course)}:
        return "every quiz"
    named = [f"“{course.bank.quizzes[slug].title}”" for slug in slugs if slug not in graded]
    if len(slugs) - len(named) == len(graded) > 1:
        return ", ".join(["every graded quiz", *named])
    return ", ".join(f"“{course.bank.quizzes[slug].title}”" for slug in slugs)
