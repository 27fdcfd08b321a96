"""Add people from a list: first what it would do, line by line, then all good lines at once."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from io import StringIO

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug import Response
from werkzeug.datastructures import FileStorage

from app.access import instructor_required, new_session_key
from app.clock import now
from app.db import db
from app.log import log_event
from app.services.cohorts import CohortView
from app.services.roster import RosterPreview, add_people, preview_roster
from app.services.roster_file import (
    MAX_LINES,
    MAX_NAME,
    BadLine,
    Problem,
    Refusal,
    RosterFile,
    RosterLine,
    decode_roster,
    read_roster,
)
from app.web.teach.blueprint import blueprint
from app.web.teach.cohorts import INVALID
from app.web.teach.finding import cohort_or_404
from app.web.teach.forms import ConfirmForm, RosterForm
from app.web.teach.roster import roster_page
from app.web.teach.shell import shell_of

SHOWN_LENGTH = 80


@dataclass(frozen=True, slots=True)
class BadRow:
    """A line that can't be taken, and why."""

    number: int
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Report:
    """What a list would do; `good` holds the lines to add, to be sent again when that is wanted."""

    preview: RosterPreview
    bad: tuple[BadRow, ...]
    encoding: str
    good: str


@blueprint.post("/cohorts/<id:cohort_id>/people/preview", endpoint="preview_people")
@instructor_required
def preview(cohort_id: int) -> str | Response | tuple[str, int]:
    """Say what a list would do; nothing is added yet."""
    cohort = cohort_or_404(cohort_id)
    if cohort.archived_at is not None:
        return _refuse_archived(cohort)
    form = RosterForm()
    found = _read(form)
    if isinstance(found, Refusal):
        errors = [_refusal_words(found)]
        if form.text.data and not _upload(form):
            form.text.errors = errors
        else:
            form.file.errors = errors
        return roster_page(cohort, form), INVALID
    return _report_page(cohort, found)


@blueprint.post("/cohorts/<id:cohort_id>/people/add", endpoint="add_people")
@instructor_required
def add(cohort_id: int) -> Response | tuple[str, int]:
    """Add the good lines that were shown before, in one transaction."""
    cohort = cohort_or_404(cohort_id)
    if cohort.archived_at is not None:
        return _refuse_archived(cohort)
    found = read_roster(ConfirmForm().text.data or "")
    if isinstance(found, Refusal):
        form = RosterForm(formdata=None)
        form.file.errors = [_refusal_words(found)]
        return roster_page(cohort, form), INVALID
    if found.bad:  # nobody can have seen these lines as good
        return _report_page(cohort, found), INVALID
    added = add_people(db.session, cohort.id, found.lines, new_key=new_session_key, now=now())
    db.session.commit()
    log_event("enrolments.made", cohort=cohort.id, enrolled=added.enrolled, invited=added.invited)
    flash(ngettext("%(num)s person is added.", "%(num)s people are added.", added.enrolled), "good")
    return redirect(url_for("teach.roster", cohort_id=cohort.id))


def _refuse_archived(cohort: CohortView) -> Response:
    """Say why nobody is added; the page that sent the list was open before the cohort was archived."""
    flash(_("Nobody is added: the cohort is archived. Take it out of the archive under Settings first."), "bad")
    return redirect(url_for("teach.roster", cohort_id=cohort.id))


def _read(form: RosterForm) -> RosterFile | Refusal:
    upload = _upload(form)
    if upload is None:
        return read_roster(form.text.data or "")
    decoded = decode_roster(upload.read())
    return decoded if isinstance(decoded, Refusal) else read_roster(*decoded)


def _upload(form: RosterForm) -> FileStorage | None:
    """Return the file that was chosen; a field that was left alone sends one without a name."""
    upload = form.file.data
    return upload if isinstance(upload, FileStorage) and upload.filename else None


def _report_page(cohort: CohortView, found: RosterFile) -> str:
    preview = preview_roster(db.session, cohort.id, found.lines)
    report = Report(
        preview=preview,
        bad=tuple(BadRow(line.number, _shortened(line.text), _problem_words(line)) for line in found.bad),
        encoding=found.encoding,
        good=_as_csv(preview.adds),
    )
    form = ConfirmForm(formdata=None, text=report.good)
    return render_template("teach/roster-report.html", shell=shell_of(cohort, "roster"), report=report, form=form)


def _as_csv(lines: Sequence[RosterLine]) -> str:
    target = StringIO()
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow(["name", "email"])
    writer.writerows([line.name, line.email] for line in lines)
    return target.getvalue()


def _shortened(text: str) -> str:
    return text if len(text) <= SHOWN_LENGTH else text[: SHOWN_LENGTH - 1] + "…"


def _problem_words(line: BadLine) -> str:
    match line.problem:
        case Problem.NO_EMAIL:
            return str(_("There is no e-mail address in this line."))
        case Problem.NOT_AN_EMAIL:
            return str(_("Its e-mail address is not one. Write it like anna@example.org."))
        case Problem.SEVERAL_EMAILS:
            return str(_("There are two e-mail addresses or more in this line. Keep the one they sign in with."))
        case Problem.TWICE:
            return str(_("Line %(number)s has the same e-mail address.", number=line.first))
        case Problem.LONG_NAME:
            return str(_("The name is longer than %(max)s characters.", max=MAX_NAME))
        case Problem.QUOTES:
            return str(_("A quotation mark is opened and not closed, or stands inside a cell."))


def _refusal_words(refusal: Refusal) -> str:
    match refusal:
        case Refusal.EMPTY:
            return str(_("Nobody is in this list. Choose a file, or paste one line for each person."))
        case Refusal.TOO_LARGE:
            return str(_("The file is larger than 1 MB. Split it and add the parts one by one."))
        case Refusal.TOO_MANY_LINES:
            return str(
                _("There are more than %(max)s lines. Split the list and add the parts one by one.", max=MAX_LINES)
            )
        case Refusal.NOT_TEXT:
            return str(_("This file is not text. In your spreadsheet, save the list as CSV and choose that file."))
        case Refusal.NO_EMAIL_COLUMN:
            return str(
                _("The first line names columns, but none of them is “email”. Add that column, or drop the first line.")
            )
