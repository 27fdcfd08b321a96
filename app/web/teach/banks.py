"""Take all questions of a file to another system, where its quiz draws only some of them."""

from flask import Response, abort, render_template, url_for
from flask_babel import gettext as _

from app.access import instructor_required
from app.web.teach.blueprint import blueprint
from app.web.teach.exporting import Ways, file_of, report_page
from app.web.teach.finding import course_or_404, quiz_or_404
from app.web.teach.prepared import Leaving, leaving_bank
from app.web.teach.ways_out import format_lines
from courseware.course import Course


@blueprint.get("/quizzes/<slug:course>/<slug:quiz>/bank", endpoint="bank")
@instructor_required
def show_bank(course: str, quiz: str) -> str:
    """Show what every format makes of the bank."""
    found, bank = _bank(course, quiz)
    lines = format_lines(bank, lambda name: url_for("teach.bank_export", course=course, quiz=quiz, format_name=name))
    return render_template(
        "teach/bank.html",
        title=bank.prepared.title,
        course_title=found.title,
        back_url=url_for("teach.quiz", course=course, quiz=quiz),
        size=len(bank.prepared.items),
        formats=lines,
    )


@blueprint.get("/quizzes/<slug:course>/<slug:quiz>/bank/<slug:format_name>", endpoint="bank_export")
@instructor_required
def show_bank_export(course: str, quiz: str, format_name: str) -> str:
    """Show what a format keeps of each question of the bank, before the file is taken."""
    found, bank = _bank(course, quiz)
    file_url = url_for("teach.bank_file", course=course, quiz=quiz, format_name=format_name)
    ways = Ways(url_for("teach.bank", course=course, quiz=quiz), file_url)
    return report_page(found, bank.prepared, format_name, ways)


@blueprint.get("/quizzes/<slug:course>/<slug:quiz>/bank/<slug:format_name>/file", endpoint="bank_file")
@instructor_required
def take_bank_file(course: str, quiz: str, format_name: str) -> Response:
    """Return the file of the bank."""
    return file_of(_bank(course, quiz)[1].prepared, format_name)


def _bank(course: str, quiz: str) -> tuple[Course, Leaving]:
    found = course_or_404(course)
    found_quiz = quiz_or_404(found, quiz)
    if not found_quiz.items:
        abort(404, description=_("“%(title)s” has no questions of its own: it draws them.", title=found_quiz.title))
    return found, leaving_bank(found, found_quiz)
