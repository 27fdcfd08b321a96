"""Every quiz of every content root of the repository."""

from functools import cache

from courseware.library import OWN_ROOT, Library, read_library
from quizzes.quiz import Quiz
from tests.content import tiny_root


@cache
def library() -> Library:
    return read_library([OWN_ROOT, tiny_root()])


def every_quiz() -> list[Quiz]:
    return [quiz for course in library().courses.values() for quiz in course.bank.quizzes.values()]
