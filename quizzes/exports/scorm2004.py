"""SCORM 2004, 4th edition: a quiz that plays itself inside a learning system, and reports to it."""

from quizzes.exports.format import Format
from quizzes.exports.playing import played_report, quiz_page
from quizzes.exports.pools import ExportQuiz
from quizzes.exports.report import Report
from quizzes.player.scorm import scorm_package

NAME = "scorm2004"


def write(quiz: ExportQuiz) -> bytes:
    """Return the package."""
    name = f"{quiz.course}.{quiz.slug}"
    return scorm_package("2004", name, quiz.title, quiz_page(quiz, "2004"), quiz.pictures)


def report(quiz: ExportQuiz) -> Report:
    """Return what the package will keep."""
    return played_report(NAME, quiz)


FORMAT = Format(
    name=NAME,
    title="SCORM 2004, 4th edition package",
    takers="Nearly every learning system; the quiz plays itself and reports score and answers",
    suffix=".zip",
    media_type="application/zip",
    report=report,
    write=write,
)
