"""Bring questions from another system: send a file, read what becomes of each question, take the bank.

Nothing is changed here: content lives in folders, so the bank is a file to put there. What was sent is kept for a
day, for its sender alone, so that the report is a page that can be read again.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from flask import Response, abort, current_app, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext
from flask_wtf.file import FileField
from werkzeug import Response as WerkzeugResponse
from werkzeug.datastructures import FileStorage
from wtforms import SelectField

from app.access import instructor_required
from app.clock import now
from app.log import log_event, logger, request_id
from app.services.uploads import Upload, find_upload, keep_upload
from app.web.forms import PlainForm
from app.web.question_keys import show_key
from app.web.questions import QuestionView
from app.web.teach.blueprint import blueprint
from app.web.teach.cohorts import INVALID
from app.web.teach.file_answer import file_answer
from app.web.teach.finding import teacher
from app.web.teach.paging import page_of
from app.web.teach.reading import READING_S, read_questions, too_slow
from quizzes.authoring.adopting import Adoption, TakenLine
from quizzes.exports.archive import archive
from quizzes.imports import DEFAULT, UnreadableError, import_formats
from quizzes.imports.limits import MEGABYTE, OutOfTimeError
from quizzes.imports.names import slug
from quizzes.imports.table.columns import manual
from quizzes.imports.table.template import TEMPLATES

PAGE = 20  # questions shown at once
TEMPLATE_TYPES = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
NO_ROOM = 507
UNAVAILABLE = 503


class ImportForm(PlainForm):
    """A file of questions."""

    file = FileField(
        lazy_gettext("File"),
        description=lazy_gettext(
            "At most %(size)d MB, and %(time)d seconds to read it.", size=DEFAULT.upload // MEGABYTE, time=READING_S
        ),
    )
    format = SelectField(
        lazy_gettext("Format"),
        choices=lambda: [("", _("Find out")), *((one.name, one.title) for one in import_formats().values())],
    )


@dataclass(frozen=True, slots=True)
class FormatNote:
    """A format that can be imported, and what writes it."""

    title: str
    givers: str


@dataclass(frozen=True, slots=True)
class TakenView:
    """A question of the report with its key; `where` is its place in the file."""

    view: QuestionView
    where: str
    line: TakenLine


@blueprint.url_value_preprocessor
def allow_upload(endpoint: str | None, _values: object) -> None:
    """Let a file of questions be larger than other forms. It is said before the form is read."""
    if endpoint == "teach.read_import":
        request.max_content_length = DEFAULT.upload + MEGABYTE


@blueprint.get("/imports", endpoint="imports")
@instructor_required
def show_form() -> str:
    """Show what can be imported, and the field for a file."""
    return _form_page(ImportForm(formdata=None))


@blueprint.post("/imports", endpoint="read_import")
@instructor_required
def read_file() -> WerkzeugResponse | tuple[str, int]:
    """Keep a file and go to its report; a file that can't be read is refused with the reason."""
    form = ImportForm()
    upload = form.file.data
    if not isinstance(upload, FileStorage) or not upload.filename:
        form.file.errors = [_("Choose a file.")]
        return _form_page(form), INVALID
    if not form.validate():
        return _form_page(form), INVALID
    content = upload.read(DEFAULT.upload + 1)
    try:
        read_questions(upload.filename, form.format.data, content)
    except UnreadableError as error:
        form.file.errors = [_("%(reason)s.", reason=error)]
        return _form_page(form), INVALID
    except OutOfTimeError:
        log_event("import.too_slow", bytes=len(content))
        form.file.errors = [too_slow(upload.filename)]
        return _form_page(form), INVALID
    try:
        digest = keep_upload(_instance(), teacher().id, upload.filename, form.format.data, content, now())
    except OSError as error:
        logger.error("import.not_kept", extra={"fields": {"request": request_id()}}, exc_info=error)
        form.file.errors = [_("There is no room for this file on the server. Tell whoever runs it, and try again.")]
        return _form_page(form), NO_ROOM
    log_event("import.read", bytes=len(content))
    return redirect(url_for("teach.import", digest=digest), 303)


@blueprint.get("/imports/templates/<name>", endpoint="import_template")
@instructor_required
def take_template(name: str) -> Response:
    """Return the table to fill in, as CSV or as an Excel file."""
    if name not in TEMPLATES:
        abort(404, description=_("The table comes as CSV or as an Excel file."))
    return file_answer(_template(name), TEMPLATE_TYPES[name], f"questions.{name}")


@blueprint.get("/imports/<digest>", endpoint="import")
@instructor_required
def show_report(digest: str) -> str:
    """Show what becomes of each question, and the questions as learners will see them."""
    upload = _upload_or_404(digest)
    found = _adopt_kept(upload)
    numbered = [(number, line) for number, line in enumerate(found.taken, 1)]
    shown, paging = page_of(
        numbered,
        request.args.get("page", 1, type=int),
        lambda page: url_for("teach.import", digest=digest, page=page),
        PAGE,
    )
    return render_template(
        "teach/import.html",
        found=found,
        digest=digest,
        file_name=_file_name(found, upload.name),
        format_title=import_formats()[found.format].title,
        items=[_preview(line, number, len(found.taken)) for number, line in shown],
        paging=paging,
    )


@blueprint.get("/imports/<digest>/bank", endpoint="import_bank")
@instructor_required
def take_bank(digest: str) -> Response:
    """Return the bank: its YAML, or an archive of it with the pictures."""
    upload = _upload_or_404(digest)
    found = _adopt_kept(upload)
    if not found.yaml:
        abort(404, description=_("No question of this file can be taken, so there is no bank."))
    name = _file_name(found, upload.name)
    bank = f"{name.rpartition('.')[0]}.yaml"
    body, kind = found.yaml.encode(), "application/yaml"
    if found.pictures:
        body, kind = archive({bank: body, **found.pictures}), "application/zip"
    response = Response(body, mimetype=kind)
    response.headers.set("Content-Disposition", "attachment", filename=name)
    log_event("import.taken", questions=len(found.taken), format=found.format)
    return response


def _form_page(form: ImportForm) -> str:
    notes = [FormatNote(one.title, one.givers) for one in import_formats().values()]
    return render_template("teach/imports.html", form=form, formats=notes, columns=manual())


@cache
def _template(name: str) -> bytes:
    return TEMPLATES[name]()


def _upload_or_404(digest: str) -> Upload:
    upload = find_upload(_instance(), teacher().id, digest)
    if upload is None:
        abort(404, description=_("This file is not here any more; files are kept for a day. Send it again."))
    return upload


def _adopt_kept(upload: Upload) -> Adoption:
    try:
        return read_questions(upload.name, upload.format, upload.content)
    except OutOfTimeError:  # It was read once, but only just.
        abort(UNAVAILABLE, description=too_slow(upload.name))


def _file_name(found: Adoption, name: str) -> str:
    return f"{slug(name.rpartition('.')[0] or name) or 'bank'}.{'zip' if found.pictures else 'yaml'}"


def _preview(line: TakenLine, number: int, total: int) -> TakenView:
    return TakenView(show_key(line.item, number=number, total=total), str(line.place), line)


def _instance() -> Path:
    return Path(current_app.instance_path)
