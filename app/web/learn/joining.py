"""Join a cohort by its link."""

from dataclasses import dataclass
from typing import NoReturn

from flask import abort, flash, redirect, render_template, url_for
from werkzeug import Response

from app.access import account_required, me
from app.clock import now
from app.db import db
from app.library import library
from app.log import log_event
from app.services.enrolments import JoinableCohort, Joining, find_joinable, join
from app.web.learn.blueprint import blueprint
from app.words import gettext as _


@dataclass(frozen=True, slots=True)
class JoinPage:
    """What the page of a join link shows; `course_title` is the slug where the course is not here."""

    code: str
    course: str
    course_title: str
    is_offered: bool
    cohort: JoinableCohort


@blueprint.get("/join/<code:code>", endpoint="join")
def show_join(code: str) -> str:
    """Show which cohort a link leads to, and the way in."""
    identity = me()
    cohort = find_joinable(db.session, code, identity.id if identity else None)
    if cohort is None:
        _no_cohort()
    course = library().courses.get(cohort.course)
    page = JoinPage(code, cohort.course, course.title if course else cohort.course, course is not None, cohort)
    return render_template("learn/join.html", page=page)


@blueprint.post("/join/<code:code>", endpoint="join_now")
@account_required
def join_now(code: str) -> Response:
    """Join, then go to the course."""
    identity = me()
    joining = join(db.session, code, identity.id, now()) if identity else None
    db.session.commit()
    cohort = find_joinable(db.session, code, None)
    if joining is None or cohort is None:
        _no_cohort()
    match joining:
        case Joining.ARCHIVED:
            return redirect(url_for("learn.join", code=code))
        case Joining.JOINED:
            log_event("enrolment.made", cohort=cohort.id)
            flash(_("You joined “%(cohort)s”.", cohort=cohort.name), "good")
        case Joining.ALREADY:
            flash(_("You are in “%(cohort)s” already.", cohort=cohort.name))
    offered = cohort.course in library().courses
    return redirect(url_for("learn.course", course=cohort.course) if offered else url_for("learn.my"))


def _no_cohort() -> NoReturn:
    abort(410, description=_("It leads to no cohort, or was replaced. Ask whoever gave it to you for the current one."))
