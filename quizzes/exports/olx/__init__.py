"""OLX: the course archive that Open edX's Studio imports, with the quiz as a graded subsection."""

from collections.abc import Iterator

from quizzes.exports.archive import tarball
from quizzes.exports.categories import filed
from quizzes.exports.format import Format
from quizzes.exports.losses import content_losses, item_losses
from quizzes.exports.menus import menu_texts
from quizzes.exports.olx.course import course_files
from quizzes.exports.olx.outcomes import losses_there, outcome
from quizzes.exports.pools import ExportQuiz
from quizzes.exports.report import Lost, Report, build_report
from quizzes.exports.spreading import spread_notes, with_variants

NAME = "olx"


def write(quiz: ExportQuiz) -> bytes:
    """Return the archive."""
    return tarball(course_files(with_variants(quiz)))


def report(quiz: ExportQuiz) -> Report:
    """Return what Open edX will make of the archive."""
    lost = [*spread_notes(quiz)]
    quiz = with_variants(quiz)
    lost += [*setting_losses(quiz), *_of_items(quiz), *content_losses(quiz)]
    for item in quiz.items:
        lost += [
            *item_losses(item, quiz.pictures, menu_texts(item.parts)),
            *(Lost(item.id, what) for what in losses_there(item)),
        ]
    return build_report(NAME, quiz.address, [(item, outcome(item)) for item in quiz.items], lost)


def setting_losses(quiz: ExportQuiz) -> Iterator[Lost]:
    """Yield the settings of a quiz that have no place there."""
    if quiz.attempts != 1:
        yield Lost("", "attempts at the whole quiz: each question has its own there, and its last answer counts")
    if quiz.is_drawn and quiz.layout == "one-by-one":
        yield Lost("", "one question a page where questions are drawn: those of a draw stand on one page")
    if quiz.shuffle_items:
        yield Lost("", "the shuffled order of questions that are not drawn")
    if sum(len(items) for _, items in filed(quiz)) < sum(len(pool.items) for pool in quiz.pools):
        yield Lost("", "the second place of an item that two draws can give: it is in the first alone")


def _of_items(quiz: ExportQuiz) -> Iterator[Lost]:
    if any(item.objective or item.tags for item in quiz.items):
        yield Lost("", "objectives and tags")
    if any(item.right or item.wrong for item in quiz.items):
        yield Lost("", "what is said of every right or wrong answer")


FORMAT = Format(
    name=NAME,
    title="Open edX course (OLX)",
    takers="Open edX: import it in Studio into an empty course, as it replaces what is there; draws need Sumac",
    suffix=".olx.tar.gz",
    media_type="application/gzip",
    report=report,
    write=write,
)
