"""Canvas: QTI 1.2 in Canvas's dialect, which Classic Quizzes and New Quizzes import."""

from collections.abc import Iterator

from quizzes.exports.archive import archive
from quizzes.exports.canvas.package import POLICIES, asked, has_shuffled_answers, package_files, points_each
from quizzes.exports.canvas.scores import outcome
from quizzes.exports.format import Format
from quizzes.exports.losses import LISTED, content_losses, item_losses
from quizzes.exports.menus import FORMATTING, has_formatting, menu_texts, menus
from quizzes.exports.pools import ExportQuiz
from quizzes.exports.remarks import is_listed
from quizzes.exports.report import Lost, Report, build_report
from quizzes.exports.spreading import spread_notes, with_variants
from quizzes.interactions import Item, JudgedKey, NumberKey, Part, TextKey

NAME = "canvas"


def write(quiz: ExportQuiz) -> bytes:
    """Return the package."""
    return archive(package_files(with_variants(quiz)))


def report(quiz: ExportQuiz) -> Report:
    """Return what Canvas will make of the package."""
    lost = [*spread_notes(quiz)]
    quiz = with_variants(quiz)
    lost += [*content_losses(quiz), *(Lost("", what) for what in _of_quiz(quiz))]
    for item in quiz.items:
        lost += item_losses(item, quiz.pictures, plain_texts(item))
        lost += [Lost(item.id, what) for what in _of_item(item)]
    return build_report(NAME, quiz.address, [(item, outcome(item)) for item in quiz.items], lost)


def plain_texts(item: Item) -> list[str]:
    """Return the texts that are plain there: menus, and the notes for who grades."""
    rubrics = [part.answer.rubric for part in item.parts if isinstance(part.answer, JudgedKey)]
    return [*menu_texts(item.parts), *rubrics]


def _of_quiz(quiz: ExportQuiz) -> Iterator[str]:
    yield f"the pass mark of {quiz.pass_percent} %; set it there"
    if quiz.attempts != 1 and quiz.counts not in POLICIES:
        yield f"which attempt counts ({quiz.counts}); the best one counts there"
    if quiz.shuffle_items:
        yield "the shuffled order of the questions, in Classic Quizzes"
    if not has_shuffled_answers(quiz):
        yield "the shuffled order of answers, in Classic Quizzes: they shuffle all questions or none"
    if any(item.objective or item.tags for item in quiz.items):
        yield "objectives and tags"
    for pool in quiz.pools:
        points = {item.points for item in asked(pool.items)}
        if pool.is_drawn and len(points) > 1:
            yield f"the points of single questions in “{pool.title}”: each is worth {points_each(pool)} there"
        if pool.is_drawn and len(asked(pool.items)) < pool.count:
            yield f"{pool.count - len(asked(pool.items))} questions of the draw from “{pool.title}”"


def _of_item(item: Item) -> Iterator[str]:
    if item.hint:
        yield "the hint"
    for part in item.parts:
        yield from _of_part(part)


def _of_part(part: Part) -> Iterator[str]:
    if is_listed(part):
        yield LISTED
    if any(has_formatting(menu) for menu in menus(part)):
        yield FORMATTING
    if isinstance(part.answer, TextKey | NumberKey) and part.feedback:
        yield "what is said of known mistakes"


FORMAT = Format(
    name=NAME,
    title="Canvas (QTI 1.2)",
    takers="Canvas, under Import: as Classic Quizzes or as New Quizzes",
    suffix=".canvas.zip",
    media_type="application/zip",
    report=report,
    write=write,
)
