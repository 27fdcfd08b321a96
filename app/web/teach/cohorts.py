"""The list of cohorts, and making one."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug import Response

from app.access import instructor_required
from app.clock import now
from app.db import db
from app.library import library
from app.log import log_event
from app.services.cohorts import CohortLine, create_cohort, list_cohorts
from app.web.teach.blueprint import blueprint
from app.web.teach.finding import teacher
from app.web.teach.forms import CohortForm

INVALID = 422


@dataclass(frozen=True, slots=True)
class CohortCard:
    """A cohort in the list; the course's title is its slug where it is not offered any more."""

    id: int
    name: str
    course_title: str
    is_offered: bool
    learners: int
    teachers: tuple[str, ...]
    created_at: datetime
    archived_at: datetime | None


def new_join_code() -> str:
    """Return a secret for a join link."""
    return secrets.token_urlsafe(12)


@blueprint.get("", endpoint="cohorts")
@instructor_required
def show_cohorts() -> str:
    """List the cohorts of whoever is there; an admin sees all."""
    cards = [_card(line) for line in list_cohorts(db.session, teacher())]
    return render_template(
        "teach/cohorts.html",
        current=[card for card in cards if card.archived_at is None],
        archived=[card for card in cards if card.archived_at is not None],
    )


def _card(line: CohortLine) -> CohortCard:
    course = library().courses.get(line.course)
    return CohortCard(
        id=line.id,
        name=line.name,
        course_title=course.title if course else line.course,
        is_offered=course is not None,
        learners=line.learners,
        teachers=tuple(teacher.name or teacher.email for teacher in line.teachers),
        created_at=line.created_at,
        archived_at=line.archived_at,
    )


@blueprint.get("/cohorts/new", endpoint="new_cohort")
@instructor_required
def show_new() -> str:
    """Ask for a name and a course."""
    return render_template("teach/cohort-new.html", form=CohortForm())


@blueprint.post("/cohorts/new", endpoint="create_cohort")
@instructor_required
def create() -> Response | tuple[str, int]:
    """Make a cohort; its creator teaches it."""
    form = CohortForm()
    if not form.validate():
        return render_template("teach/cohort-new.html", form=form), INVALID
    made = create_cohort(
        db.session, teacher().id, form.course.data, form.name.data or "", join_code=new_join_code(), now=now()
    )
    db.session.commit()
    log_event("cohort.created", cohort=made, course=form.course.data)
    flash(_("“%(name)s” is made. Share its join link, or add people from a list.", name=form.name.data), "good")
    return redirect(url_for("teach.roster", cohort_id=made))
