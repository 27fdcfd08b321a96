"""A cohort's name, join link, instructors and archive."""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug import Response

from app.access import instructor_required
from app.clock import now
from app.db import db
from app.log import log_event
from app.services import cohorts
from app.services.cohorts import CohortView
from app.services.teachers import NoSuchTeacher, TeacherAdded, TeachesAlready, add_teacher, remove_teacher
from app.site import public_address
from app.web.teach.blueprint import blueprint
from app.web.teach.cohorts import INVALID, new_join_code
from app.web.teach.finding import cohort_or_404, teacher
from app.web.teach.forms import EmailForm, RenameForm
from app.web.teach.shell import shell_of


def _page(cohort: CohortView, rename: RenameForm | None = None, add: EmailForm | None = None) -> str:
    return render_template(
        "teach/settings.html",
        shell=shell_of(cohort, "settings"),
        cohort=cohort,
        join_url=public_address(url_for("learn.join", code=cohort.join_code)),
        rename=rename or RenameForm(formdata=None, name=cohort.name),
        add=add or EmailForm(formdata=None),
    )


def _back(cohort_id: int) -> Response:
    return redirect(url_for("teach.settings", cohort_id=cohort_id))


@blueprint.get("/cohorts/<id:cohort_id>/settings", endpoint="settings")
@instructor_required
def show_settings(cohort_id: int) -> str:
    """Show what may be changed."""
    return _page(cohort_or_404(cohort_id))


@blueprint.post("/cohorts/<id:cohort_id>/name", endpoint="rename")
@instructor_required
def rename(cohort_id: int) -> Response | tuple[str, int]:
    """Give the cohort another name."""
    cohort = cohort_or_404(cohort_id)
    form = RenameForm()
    if not form.validate():
        return _page(cohort, rename=form), INVALID
    cohorts.rename_cohort(db.session, cohort.id, form.name.data or "")
    db.session.commit()
    log_event("cohort.renamed", cohort=cohort.id)
    flash(_("The name is changed."), "good")
    return _back(cohort.id)


@blueprint.post("/cohorts/<id:cohort_id>/join-link", endpoint="renew_link")
@instructor_required
def renew_link(cohort_id: int) -> Response:
    """Make another join link; the old one stops working."""
    cohort = cohort_or_404(cohort_id)
    cohorts.renew_join_code(db.session, cohort.id, new_join_code())
    db.session.commit()
    log_event("cohort.link_renewed", cohort=cohort.id)
    flash(_("There is a new join link. The old one does not work any more."), "good")
    return _back(cohort.id)


@blueprint.post("/cohorts/<id:cohort_id>/archive", endpoint="archive")
@instructor_required
def archive(cohort_id: int) -> Response:
    """Archive the cohort: its records stay, nobody can join."""
    cohort = cohort_or_404(cohort_id)
    cohorts.archive_cohort(db.session, cohort.id, now=now())
    db.session.commit()
    log_event("cohort.archived", cohort=cohort.id)
    flash(_("The cohort is archived. Nobody can join it; its records are kept."), "good")
    return _back(cohort.id)


@blueprint.post("/cohorts/<id:cohort_id>/restore", endpoint="restore")
@instructor_required
def restore(cohort_id: int) -> Response:
    """Take the cohort out of the archive."""
    cohort = cohort_or_404(cohort_id)
    cohorts.restore_cohort(db.session, cohort.id)
    db.session.commit()
    log_event("cohort.restored", cohort=cohort.id)
    flash(_("The cohort is out of the archive. Its join link works again."), "good")
    return _back(cohort.id)


@blueprint.post("/cohorts/<id:cohort_id>/instructors", endpoint="add_teacher")
@instructor_required
def add_instructor(cohort_id: int) -> Response | tuple[str, int]:
    """Let another instructor teach the cohort, too."""
    cohort = cohort_or_404(cohort_id)
    form = EmailForm()
    if not form.validate():
        return _page(cohort, add=form), INVALID
    match add_teacher(db.session, cohort.id, form.normal_email):
        case NoSuchTeacher():
            form.email.errors = [
                _("No instructor has this e-mail. An admin can invite one, or change somebody’s role, under People.")
            ]
            return _page(cohort, add=form), INVALID
        case TeachesAlready():
            flash(_("They teach this cohort already."))
        case TeacherAdded(person_id=person_id):
            db.session.commit()
            log_event("cohort.instructor_added", cohort=cohort.id, instructor=person_id)
            flash(_("They teach this cohort, too."), "good")
    return _back(cohort.id)


@blueprint.post("/cohorts/<id:cohort_id>/instructors/<id:person_id>/remove", endpoint="remove_teacher")
@instructor_required
def remove_instructor(cohort_id: int, person_id: int) -> Response:
    """Let somebody teach the cohort no longer; the last instructor stays."""
    cohort = cohort_or_404(cohort_id)
    if all(one.id != person_id for one in cohort.teachers):  # a second click finds them gone
        flash(_("They do not teach this cohort."))
        return _back(cohort.id)
    if not remove_teacher(db.session, cohort.id, person_id):
        flash(_("A cohort needs an instructor. Add another one first."), "error")
        return _back(cohort.id)
    db.session.commit()
    log_event("cohort.instructor_removed", cohort=cohort.id, instructor=person_id)
    flash(_("They do not teach this cohort any more."), "good")
    me = teacher()
    return redirect(url_for("teach.cohorts")) if person_id == me.id and not me.is_admin else _back(cohort.id)
