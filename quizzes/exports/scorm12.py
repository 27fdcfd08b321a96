"""SCORM 1.2: a quiz that plays itself inside a learning system, and reports to it."""

from quizzes.exports.format import Format
from quizzes.exports.playing import played_report, quiz_page
from quizzes.exports.pools import ExportQuiz
from quizzes.exports.report import Report
from quizzes.player.scorm import scorm_package

NAME = "scorm12"


def write(quiz: ExportQuiz) -> bytes:
    """Return the package."""
    name = f"{quiz.course}.{quiz.slug}"
    return scorm_package("1.2", name, quiz.title, quiz_page(quiz, "1.2"), quiz.pictures)


def report(quiz: ExportQuiz) -> Report:
    """Return what the package will keep."""
    return played_report(NAME, quiz)


FORMAT = Format(
    name=NAME,
    title="SCORM 1.2 package",
    takers="Nearly every learning system; the quiz plays itself and reports score and answers",
    suffix=".zip",
    media_type="application/zip",
    report=report,
    write=write,
)
