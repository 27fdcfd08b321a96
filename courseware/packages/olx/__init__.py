"""OLX: a course for Open edX's Studio, with its lessons as units, their checks in place, and graded quizzes."""

from collections.abc import Iterator
from dataclasses import replace

from courseware.asked import graded_quizzes
from courseware.course import Course
from courseware.packages.losses import page_losses, text_losses
from courseware.packages.olx.archiving import course_archive
from courseware.packages.package import Package
from courseware.packages.quizzes import course_quizzes, merged
from quizzes.exports import ExportQuiz
from quizzes.exports.losses import SEE
from quizzes.exports.olx import report as quiz_report
from quizzes.exports.olx import setting_losses
from quizzes.exports.report import Lost, Report
from quizzes.exports.spreading import with_variants

NAME = "olx"


def report(course: Course) -> Report:
    """Return what Open edX will make of the archive."""
    lost = [*_losses(course), *text_losses(course), *page_losses(course)]
    return merged(NAME, course, (_of_quiz(course, quiz) for quiz in course_quizzes(course)), lost)


def _of_quiz(course: Course, quiz: ExportQuiz) -> Report:
    """Return the report on a quiz; its links to passages are kept, and a check has no settings to lose."""
    told = quiz_report(quiz)
    is_check = course.bank.quizzes[quiz.slug].settings.mode == "check"
    spared = {Lost("", SEE), *(setting_losses(with_variants(quiz)) if is_check else ())}
    return replace(told, lost=tuple(loss for loss in told.lost if loss not in spared))


def _losses(course: Course) -> Iterator[Lost]:
    yield Lost("", "the place that a link names within a unit or the glossary: it leads to the unit")
    if course.final and len(graded_quizzes(course)) > 1:
        yield Lost(
            "", "what a course is done with: the final quiz alone counts there, the others are graded at no weight"
        )


PACKAGE = Package(
    name=NAME,
    title="Open edX course (OLX)",
    takers="Open edX: import it in Studio into an empty course, as it replaces what is there; draws need Sumac",
    suffix=".tar.gz",
    media_type="application/gzip",
    report=report,
    write=course_archive,
)
