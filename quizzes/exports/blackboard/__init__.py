"""Blackboard's question upload: a row a question with tabs between the fields, no header and no feedback."""

from quizzes.exports.blackboard.outcomes import losses_there, outcome
from quizzes.exports.blackboard.rows import row
from quizzes.exports.categories import draw_notes
from quizzes.exports.format import Format
from quizzes.exports.losses import has_formulas, item_losses, quiz_losses
from quizzes.exports.pool_files import bundled, files
from quizzes.exports.pools import ExportQuiz
from quizzes.exports.report import Dropped, Lost, Report, build_report
from quizzes.exports.spreading import spread_notes, with_variants
from quizzes.interactions import Item

NAME = "blackboard"
MOST_ROWS = 250  # what Blackboard's help advises for one file
SUFFIX = ".txt"


def write(quiz: ExportQuiz) -> bytes:
    """Return the file, or an archive with a file for each pool and each 250 rows."""
    return bundled(_files(quiz))


def report(quiz: ExportQuiz) -> Report:
    """Return what Blackboard will make of the file."""
    lost = [*spread_notes(quiz)]
    quiz = with_variants(quiz)
    lost += [*quiz_losses(quiz), *draw_notes(quiz, "file", "files")]
    lost.append(Lost("", f"the pass mark of {quiz.pass_percent} %; set it in the test there"))
    lost.append(Lost("", "explanations, feedback, hints, objectives and tags: the file has no place for them"))
    if any(item.points != 1 for item in quiz.items):
        lost.append(Lost("", "the points of each question; Blackboard gives each its default"))
    if any(has_formulas(item) for item in quiz.items):
        lost.append(Lost("", "formulas as such: they stand as TeX"))
    for item in quiz.items:
        lost += [*item_losses(item), *(Lost(item.id, what) for what in losses_there(item))]
    return build_report(NAME, quiz.address, [(item, outcome(item)) for item in quiz.items], lost)


def is_several(quiz: ExportQuiz) -> bool:
    """Say whether the questions take more than one file."""
    return len(_files(quiz)) > 1


def _files(quiz: ExportQuiz) -> dict[str, str]:
    return files(with_variants(quiz), _rows, SUFFIX, MOST_ROWS)


def _rows(item: Item) -> list[str]:
    return [] if isinstance(outcome(item), Dropped) else [row(item)]


FORMAT = Format(
    name=NAME,
    title="Blackboard question upload",
    takers="Blackboard Learn, Original and Ultra: upload it into a test or a question pool",
    suffix=f".blackboard{SUFFIX}",
    media_type="text/plain; charset=utf-8",
    report=report,
    write=write,
    is_several=is_several,
)
