"""One learner of a cohort: where they stand, every attempt, and each attempt in full."""

from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from flask import Response, abort, render_template
from flask_babel import gettext as _

from app.access import instructor_required
from app.db import db
from app.models import AttemptState
from app.services.attempts.viewing import StoredAttempt, find_attempt
from app.services.learner_record import find_attempts, find_checks
from app.services.outline import outline_of
from app.services.roster import RosterRow
from app.services.standing import find_standing
from app.web.graded import graded_views
from app.web.questions import QuestionView
from app.web.teach.blueprint import blueprint
from app.web.teach.csv_file import csv_response
from app.web.teach.csv_tables import ATTEMPTS
from app.web.teach.finding import cohort_or_404, course_of, learner_or_404, teacher
from app.web.teach.roster import invitation_url
from app.web.teach.shell import shell_of
from courseware.course import Course


@dataclass(frozen=True, slots=True)
class Learner:
    """Whose page it is; the invitation's address is empty where there is none to give."""

    person_id: int
    name: str
    email: str
    status: str
    enrolled_at: datetime
    invitation_url: str


@dataclass(frozen=True, slots=True)
class AttemptPage:
    """An attempt with every answer, its key and its explanation."""

    id: int
    title: str
    number: int
    state: AttemptState
    started_at: datetime
    submitted_at: datetime | None
    earned: Fraction | None
    points: int
    passed: bool | None
    answered: int
    views: tuple[QuestionView, ...]

    @property
    def share(self) -> Fraction | None:
        """Return the share of points earned, 0 to 1."""
        return self.earned / self.points if self.earned is not None and self.points else None


@blueprint.get("/cohorts/<id:cohort_id>/learners/<id:person_id>", endpoint="learner")
@instructor_required
def show_learner(cohort_id: int, person_id: int) -> str:
    """Show what a learner did in the course."""
    cohort = cohort_or_404(cohort_id)
    course = course_of(cohort)
    learner = learner_or_404(cohort, person_id)
    standing = find_standing(db.session, course, learner.person_id)
    return render_template(
        "teach/learner.html",
        shell=shell_of(cohort),
        learner=_learner(learner),
        outline=outline_of(course, standing),
        last_at=max((mark.seen_at for mark in standing.lessons.values()), default=None),
        attempts=find_attempts(db.session, course, learner.person_id),
        checks=find_checks(db.session, course, learner.person_id),
    )


@blueprint.get("/cohorts/<id:cohort_id>/learners/<id:person_id>/attempts.csv", endpoint="learner_csv")
@instructor_required
def learner_file(cohort_id: int, person_id: int) -> Response:
    """Return a learner's attempts as a file."""
    cohort = cohort_or_404(cohort_id)
    course = course_of(cohort)
    learner = learner_or_404(cohort, person_id)
    name = learner.name or learner.email or str(learner.person_id)
    return csv_response(f"{name} attempts", ATTEMPTS, find_attempts(db.session, course, learner.person_id))


@blueprint.get("/cohorts/<id:cohort_id>/learners/<id:person_id>/attempts/<id:attempt_id>", endpoint="learner_attempt")
@instructor_required
def show_attempt(cohort_id: int, person_id: int, attempt_id: int) -> str:
    """Show an attempt of a learner with every answer, whatever its quiz lets learners see."""
    cohort = cohort_or_404(cohort_id)
    course = course_of(cohort)
    learner = learner_or_404(cohort, person_id)
    found = find_attempt(db.session, attempt_id)
    if found is None or found.person_id != learner.person_id or found.course != course.slug:
        abort(404, description=_("This learner has no such attempt in the course of this cohort."))
    return render_template(
        "teach/attempt.html", shell=shell_of(cohort), learner=_learner(learner), page=_attempt_page(course, found)
    )


def _learner(row: RosterRow) -> Learner:
    url = invitation_url(row, teacher())
    return Learner(row.person_id, row.name, row.email, row.status, row.enrolled_at, url)


def _attempt_page(course: Course, attempt: StoredAttempt) -> AttemptPage:
    quiz = course.quiz(attempt.quiz)
    return AttemptPage(
        id=attempt.id,
        title=quiz.title if quiz else attempt.quiz,
        number=attempt.number,
        state=attempt.state,
        started_at=attempt.started_at,
        submitted_at=attempt.submitted_at,
        earned=attempt.earned,
        points=attempt.points,
        passed=attempt.passed,
        answered=sum(answer.is_answered for answer in attempt.answers),
        views=graded_views(course, attempt, reveal=True),
    )
