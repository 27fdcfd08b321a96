"""Brightspace's question CSV: a block of rows a question, for the question library."""

from quizzes.exports.brightspace.blocks import block
from quizzes.exports.brightspace.outcomes import losses_there, outcome
from quizzes.exports.categories import draw_notes
from quizzes.exports.format import Format
from quizzes.exports.losses import item_losses, quiz_losses
from quizzes.exports.pool_files import bundled, files
from quizzes.exports.pools import ExportQuiz
from quizzes.exports.report import Dropped, Lost, Report, build_report
from quizzes.exports.spreading import spread_notes, with_variants
from quizzes.interactions import Item

NAME = "brightspace"
SUFFIX = ".csv"
ENCODING = "utf-8-sig"  # what spreadsheets call “CSV UTF-8”, and Brightspace's sample asks for
MOST_QUESTIONS = 10_000  # Brightspace names no limit


def write(quiz: ExportQuiz) -> bytes:
    """Return the file, or an archive with a file for each pool."""
    return bundled(_files(quiz), ENCODING)


def report(quiz: ExportQuiz) -> Report:
    """Return what Brightspace will make of the file."""
    lost = [*spread_notes(quiz)]
    quiz = with_variants(quiz)
    lost += [*quiz_losses(quiz), *draw_notes(quiz, "file", "files")]
    lost.append(Lost("", f"the pass mark of {quiz.pass_percent} %; set it in the quiz there"))
    if any(item.objective or item.tags for item in quiz.items):
        lost.append(Lost("", "objectives and tags"))
    if any(part.feedback for item in quiz.items for part in item.parts):
        lost.append(Lost("", "formatting in the feedback on single options, which is plain text"))
    for item in quiz.items:
        lost += [*item_losses(item), *(Lost(item.id, what) for what in losses_there(item))]
    return build_report(NAME, quiz.address, [(item, outcome(item)) for item in quiz.items], lost)


def is_several(quiz: ExportQuiz) -> bool:
    """Say whether the questions take more than one file."""
    return len(_files(quiz)) > 1


def _files(quiz: ExportQuiz) -> dict[str, str]:
    return files(with_variants(quiz), _rows, SUFFIX, MOST_QUESTIONS)


def _rows(item: Item) -> list[str]:
    return [] if isinstance(outcome(item), Dropped) else [block(item)]


FORMAT = Format(
    name=NAME,
    title="Brightspace question CSV",
    takers="Brightspace (D2L): import it into the question library",
    suffix=f".brightspace{SUFFIX}",
    media_type="text/csv; charset=utf-8",
    report=report,
    write=write,
    is_several=is_several,
)
