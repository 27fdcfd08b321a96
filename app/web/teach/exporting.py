"""Take a quiz to another system: first what becomes of each question, then the file."""

from dataclasses import dataclass, replace

from flask import Response, abort, render_template, request, url_for
from flask_babel import gettext as _

from app.access import instructor_required
from app.log import log_event
from app.web.teach.blueprint import blueprint
from app.web.teach.file_answer import file_answer
from app.web.teach.finding import course_or_404, quiz_or_404
from app.web.teach.prepared import leaving_quiz
from app.web.teach.printing import PrintForm
from app.web.teach.reports import Target, export_page
from courseware.course import Course
from quizzes.exports import ExportQuiz, Format, formats
from quizzes.exports.on_paper import NAME as PRINT


@blueprint.get("/quizzes/<slug:course>/<slug:quiz>/export/<slug:format_name>", endpoint="export")
@instructor_required
def show_export(course: str, quiz: str, format_name: str) -> str:
    """Show what a format keeps of each question, before the file is taken."""
    found = course_or_404(course)
    prepared = leaving_quiz(found, quiz_or_404(found, quiz)).prepared
    file_url = url_for("teach.export_file", course=course, quiz=quiz, format_name=format_name)
    ways = Ways(url_for("teach.quiz", course=course, quiz=quiz), file_url)
    return report_page(found, prepared, format_name, ways)


@blueprint.get("/quizzes/<slug:course>/<slug:quiz>/export/<slug:format_name>/file", endpoint="export_file")
@instructor_required
def take_file(course: str, quiz: str, format_name: str) -> Response:
    """Return the file; the same quiz always gives the same bytes, so a second request may get 304."""
    found = course_or_404(course)
    return file_of(leaving_quiz(found, quiz_or_404(found, quiz)).prepared, format_name)


@dataclass(frozen=True, slots=True)
class Ways:
    """Where a report leads: back to what it is on, and to the file."""

    back: str
    file: str


def report_page(course: Course, prepared: ExportQuiz, format_name: str, ways: Ways) -> str:
    """Return the page that says what a format keeps of what is prepared."""
    target = _format(format_name)
    printing = PrintForm(formdata=None) if target.name == PRINT else None
    page = export_page(
        title=prepared.title,
        back_url=ways.back,
        target=Target(target.title, target.takers, target.file_name(prepared), ways.file, printing),
        report=target.report(prepared),
        course_title=course.title,
    )
    return render_template("teach/export.html", page=page)


def file_of(prepared: ExportQuiz, format_name: str) -> Response:
    """Return the file of what is prepared."""
    target = _format(format_name)
    if target.name == PRINT and request.args:
        prepared = _as_asked(prepared)
    answer = file_answer(target.write(prepared), target.media_type_of(prepared), target.file_name(prepared))
    log_event("quiz.exported", quiz=prepared.address, format=target.name)
    return answer


def _as_asked(prepared: ExportQuiz) -> ExportQuiz:
    """Return a quiz with as many papers as the address says. Answers 400 where it says what can't be printed."""
    form = PrintForm(formdata=request.args)
    if not form.validate():
        abort(400, description=" ".join(str(fault) for faults in form.errors.values() for fault in faults))
    return replace(prepared, papers=form.count, paper_size=form.paper_size)


def _format(name: str) -> Format:
    target = formats().get(name)
    if target is None:
        known = ", ".join(formats())
        abort(404, description=_("There is no format “%(name)s”. These are: %(known)s.", name=name, known=known))
    return target
