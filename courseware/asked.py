"""The quizzes of a course in the order in which a learner meets them."""

from courseware.course import Course
from quizzes.quiz import Quiz


def graded_quizzes(course: Course) -> tuple[Quiz, ...]:
    """Return a course's graded quizzes: those of its lessons in their order, then the rest, the final one last."""
    slugs = [lesson.quiz for lesson in course.lessons if lesson.quiz]
    graded = [slug for slug, quiz in course.bank.quizzes.items() if quiz.settings.mode == "graded"]
    rest = [slug for slug in graded if slug != course.final]
    found = [course.quiz(slug) for slug in dict.fromkeys([*slugs, *rest, course.final])]
    return tuple(quiz for quiz in found if quiz is not None)


def is_step(course: Course, quiz: Quiz) -> bool:
    """Say whether a quiz is a step of the course: it closes a lesson or the course. Others are there for practice."""
    return quiz.slug in {course.final, *(lesson.quiz for lesson in course.lessons)}


def check_quizzes(course: Course) -> tuple[Quiz, ...]:
    """Return the quizzes that lessons ask as checks, in the order of the lessons, and then any other check."""
    asked = [check.quiz for lesson in course.lessons for check in lesson.checks]
    rest = [slug for slug, quiz in course.bank.quizzes.items() if quiz.settings.mode == "check"]
    found = [course.quiz(slug) for slug in dict.fromkeys([*asked, *rest])]
    return tuple(quiz for quiz in found if quiz is not None)


def quiz_nav(course: Course, quiz: Quiz) -> str:
    """Return a short name of a quiz: that of the lesson it closes, or its own title."""
    lesson = next((lesson for lesson in course.lessons if lesson.quiz == quiz.slug), None)
    return lesson.nav if lesson else quiz.title
