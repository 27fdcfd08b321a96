"""Find what an address names, for those who may see it; everything else answers 404, as if it were not there."""

from typing import NoReturn

from flask import abort
from flask_babel import gettext as _

from app.access import Identity, me
from app.db import db
from app.library import library
from app.services.cohorts import CohortView, find_cohort
from app.services.roster import RosterRow, find_learner
from courseware.course import Course
from quizzes.quiz import Quiz


def teacher() -> Identity:
    """Return who is there; the views ask for an instructor before they run."""
    identity = me()
    if identity is None:
        abort(401)
    return identity


def cohort_or_404(cohort_id: int) -> CohortView:
    """Return a cohort of whoever is there. Somebody else's is not found either."""
    cohort = find_cohort(db.session, teacher(), cohort_id)
    if cohort is None:
        _missing(_("You teach no such cohort. If it should be yours, ask one of its instructors to add you."))
    return cohort


def learner_or_404(cohort: CohortView, person_id: int) -> RosterRow:
    """Return somebody who learns in a cohort now."""
    learner = find_learner(db.session, cohort.id, person_id)
    if learner is None:
        _missing(_("Nobody with this number learns in “%(cohort)s” now.", cohort=cohort.name))
    return learner


def course_of(cohort: CohortView) -> Course:
    """Return the course of a cohort; one that is no longer offered has no board."""
    course = library().courses.get(cohort.course)
    if course is None:
        words = _("The course “%(course)s” of this cohort is not offered here any more. Its records are kept.")
        _missing(words % {"course": cohort.course})
    return course


def course_or_404(slug: str) -> Course:
    """Return a course by its slug."""
    course = library().courses.get(slug)
    if course is None:
        _missing(_("There is no course “%(slug)s” here.", slug=slug))
    return course


def quiz_or_404(course: Course, slug: str) -> Quiz:
    """Return a quiz of a course, graded or a check."""
    quiz = course.quiz(slug)
    if quiz is None:
        _missing(_("The course “%(course)s” has no quiz “%(slug)s”.", course=course.title, slug=slug))
    return quiz


def _missing(words: str) -> NoReturn:
    abort(404, description=words)
