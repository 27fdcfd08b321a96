"""What every way out makes of a course's questions: each quiz format over all its quizzes, and the course packages."""

from collections.abc import Iterator

from courseware.course import Course
from courseware.packages import packages
from courseware.packages.quizzes import course_quizzes, merged
from quizzes.exports import formats
from quizzes.exports.matrix import Matrix, build_matrix
from quizzes.exports.report import Report


def course_matrix(course: Course) -> Matrix:
    """Return what becomes of each kind of question of a course; each question is counted once."""
    return build_matrix(course.slug, _reports(course))


def _reports(course: Course) -> Iterator[Report]:
    quizzes = course_quizzes(course)
    for name, format_ in formats().items():
        yield merged(name, course, [format_.report(quiz) for quiz in quizzes])
    for name, package in packages().items():
        if name not in formats():
            yield package.report(course)
