"""Blackboard's question upload: a row a question with tabs between the fields, no header and no feedback."""

from collections.abc import Iterator

from quizzes.exports.blackboard.outcomes import losses_there, outcome
from quizzes.exports.blackboard.rows import row
from quizzes.exports.format import Format
from quizzes.exports.losses import has_formulas
from quizzes.exports.pool_files import PoolFiles
from quizzes.exports.pools import ExportQuiz

NAME = "blackboard"
MOST_ROWS = 250  # what Blackboard's help advises for one file
SUFFIX = ".txt"


def _of_quiz(quiz: ExportQuiz) -> Iterator[str]:
    yield f"the pass mark of {quiz.pass_percent} %; set it in the test there"
    yield "explanations, feedback, hints, objectives and tags: the file has no place for them"
    if any(item.points != 1 for item in quiz.items):
        yield "the points of each question; Blackboard gives each its default"
    if any(has_formulas(item) for item in quiz.items):
        yield "formulas as such: they stand as TeX"


_FILES = PoolFiles(NAME, SUFFIX, MOST_ROWS, row, outcome, losses_there, _of_quiz)

FORMAT = Format(
    name=NAME,
    title="Blackboard question upload",
    takers="Blackboard Learn, Original and Ultra: upload it into a test or a question pool",
    suffix=f".blackboard{SUFFIX}",
    media_type="text/plain; charset=utf-8",
    report=_FILES.report,
    write=_FILES.write,
    is_several=_FILES.is_several,
)
