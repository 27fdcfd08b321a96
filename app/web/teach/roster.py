"""Who learns in a cohort: the list, invitations, and removing somebody."""

from dataclasses import dataclass
from datetime import datetime

from flask import Response, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug import Response as WerkzeugResponse

from app.access import Identity, instructor_required
from app.clock import now
from app.db import db
from app.log import log_event
from app.models import Role
from app.services.cohorts import CohortView
from app.services.roster import RosterRow, Status, find_roster, remove_learner
from app.site import public_address
from app.tokens import invitation_path
from app.web.teach.blueprint import blueprint
from app.web.teach.csv_file import csv_response
from app.web.teach.csv_tables import ROSTER
from app.web.teach.finding import cohort_or_404, learner_or_404, teacher
from app.web.teach.forms import RosterForm
from app.web.teach.paging import page_of
from app.web.teach.shell import shell_of


@dataclass(frozen=True, slots=True)
class PersonLine:
    """Somebody on the roster; the invitation's address is empty where there is none to give."""

    person_id: int
    name: str
    email: str
    status: Status
    enrolled_at: datetime
    invitation_url: str


def roster_page(cohort: CohortView, form: RosterForm) -> str:
    """Return the page of a roster with the form to add people."""
    viewer = teacher()
    found = find_roster(db.session, cohort.id)
    rows, paging = page_of(
        found,
        request.args.get("page", 1, type=int),
        lambda page: url_for("teach.roster", cohort_id=cohort.id, page=page),
    )
    return render_template(
        "teach/roster.html",
        shell=shell_of(cohort, "roster"),
        join_url=public_address(url_for("learn.join", code=cohort.join_code)),
        people=[_line(row, viewer) for row in rows],
        total=len(found),
        invited=sum(row.status == "invited" for row in found),
        paging=paging,
        form=form,
    )


def _line(row: RosterRow, viewer: Identity) -> PersonLine:
    return PersonLine(row.person_id, row.name, row.email, row.status, row.enrolled_at, invitation_url(row, viewer))


def invitation_url(row: RosterRow, viewer: Identity) -> str:
    """Return the address of an invitation that somebody may hand on, or an empty text.

    Who holds it becomes that person: only an admin gets that of somebody who will teach.
    """
    if row.status != "invited" or (row.role is not Role.LEARNER and not viewer.is_admin):
        return ""
    return public_address(invitation_path(row.person_id, row.session_key))


@blueprint.get("/cohorts/<id:cohort_id>/people", endpoint="roster")
@instructor_required
def show_roster(cohort_id: int) -> str:
    """List who learns in a cohort."""
    return roster_page(cohort_or_404(cohort_id), RosterForm(formdata=None))


@blueprint.get("/cohorts/<id:cohort_id>/people.csv", endpoint="roster_csv")
@instructor_required
def roster_file(cohort_id: int) -> Response:
    """Return the roster as a file."""
    cohort = cohort_or_404(cohort_id)
    return csv_response(f"{cohort.name} people", ROSTER, find_roster(db.session, cohort.id))


@blueprint.get("/cohorts/<id:cohort_id>/people/<id:person_id>/remove", endpoint="confirm_removal")
@instructor_required
def confirm_removal(cohort_id: int, person_id: int) -> str:
    """Ask whether somebody should be removed."""
    cohort = cohort_or_404(cohort_id)
    learner = learner_or_404(cohort, person_id)
    return render_template("teach/remove.html", shell=shell_of(cohort), learner=_line(learner, teacher()))


@blueprint.post("/cohorts/<id:cohort_id>/people/<id:person_id>/remove", endpoint="remove_learner")
@instructor_required
def remove(cohort_id: int, person_id: int) -> WerkzeugResponse:
    """Remove somebody; a second click finds them gone, which is what it asked for."""
    cohort = cohort_or_404(cohort_id)
    if remove_learner(db.session, cohort.id, person_id, now=now()):
        db.session.commit()
        log_event("enrolment.removed", cohort=cohort.id, learner=person_id)
        flash(_("They are removed. Their work is kept, and they can be added again."), "good")
    return redirect(url_for("teach.roster", cohort_id=cohort.id))
