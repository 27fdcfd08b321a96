"""Brightspace's question CSV: a block of rows a question, for the question library."""

from collections.abc import Iterator

from quizzes.exports.brightspace.blocks import block
from quizzes.exports.brightspace.outcomes import losses_there, outcome
from quizzes.exports.format import Format
from quizzes.exports.pool_files import PoolFiles
from quizzes.exports.pools import ExportQuiz

NAME = "brightspace"
SUFFIX = ".csv"
ENCODING = "utf-8-sig"  # what spreadsheets call “CSV UTF-8”, and Brightspace's sample asks for
MOST_QUESTIONS = 10_000  # Brightspace names no limit


def _of_quiz(quiz: ExportQuiz) -> Iterator[str]:
    yield f"the pass mark of {quiz.pass_percent} %; set it in the quiz there"
    if any(item.objective or item.tags for item in quiz.items):
        yield "objectives and tags"
    if any(part.feedback for item in quiz.items for part in item.parts):
        yield "formatting in the feedback on single options, which is plain text"


_FILES = PoolFiles(NAME, SUFFIX, MOST_QUESTIONS, block, outcome, losses_there, _of_quiz, ENCODING)

FORMAT = Format(
    name=NAME,
    title="Brightspace question CSV",
    takers="Brightspace (D2L): import it into the question library",
    suffix=f".brightspace{SUFFIX}",
    media_type="text/csv; charset=utf-8",
    report=_FILES.report,
    write=_FILES.write,
    is_several=_FILES.is_several,
)
