"""Find what an address names, or answer 404 with what is missing."""

from typing import NoReturn

from flask import abort

from app.access import me
from app.db import db
from app.library import library
from app.services.attempts.viewing import StoredAttempt, own_attempt
from app.words import gettext as _
from courseware.course import Course, Lesson
from quizzes.quiz import Quiz


def course_or_404(slug: str) -> Course:
    """Return a course by its slug."""
    course = library().courses.get(slug)
    if course is None:
        _missing(_("There is no course “%(slug)s” here. Start from the list of courses.", slug=slug))
    return course


def lesson_or_404(course: Course, slug: str) -> Lesson:
    """Return a lesson of a course."""
    lesson = course.lesson(slug)
    if lesson is None:
        words = _("The course “%(course)s” has no lesson “%(slug)s”.", course=course.title, slug=slug)
        _missing(words)
    return lesson


def quiz_or_404(course: Course, slug: str) -> Quiz:
    """Return a graded quiz of a course; checks are answered in their lessons."""
    quiz = course.quiz(slug)
    if quiz is None or quiz.settings.mode == "check":
        words = _("The course “%(course)s” has no quiz “%(slug)s”.", course=course.title, slug=slug)
        _missing(words)
    return quiz


def attempt_or_404(attempt_id: int) -> tuple[StoredAttempt, Course, Quiz]:
    """Return an attempt of whoever is there, with its course and quiz. Somebody else's is not found either."""
    identity = me()
    attempt = own_attempt(db.session, attempt_id, identity.id) if identity else None
    if attempt is None:
        no_attempt()
    course = library().courses.get(attempt.course)
    quiz = course.quiz(attempt.quiz) if course else None
    if course is None or quiz is None:
        _missing(_("The quiz of this attempt is no longer offered. Your record of attempts still lists it."))
    if quiz.settings.mode == "check":
        no_attempt()
    return attempt, course, quiz


def no_page(words: str) -> NoReturn:
    """Answer that a course has no such page, in words that name both."""
    _missing(words)


def no_attempt() -> NoReturn:
    """Answer that there is no such attempt of theirs."""
    _missing(_("You have no such attempt. If it belongs to your account, sign in and open it from your record."))


def _missing(words: str) -> NoReturn:
    abort(404, description=words)
