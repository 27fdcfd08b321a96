"""A whole course as a Common Cartridge: lessons as pages, quizzes as assessments, in one outline."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from courseware.asked import check_quizzes, graded_quizzes
from courseware.course import Course
from courseware.packages.cartridge.outline import outline
from courseware.packages.cartridge.pages import page_files
from courseware.packages.lessons import count_text
from courseware.packages.links import PageLinks
from courseware.packages.losses import link_losses, page_losses, text_losses
from courseware.packages.quizzes import all_pictures, course_quizzes, merged, prepared
from courseware.packages.relinking import relinked
from quizzes.exports import ExportQuiz
from quizzes.exports.archive import archive
from quizzes.exports.cartridge.manifest import WEB, Cartridge, Resource, cartridge_files
from quizzes.exports.cartridge.package import (
    Files,
    bank_resources,
    draw_losses,
    new_shelf,
    picture_resources,
    quiz_resources,
)
from quizzes.exports.cartridge.package import report as quiz_report
from quizzes.exports.cartridge.versions import Version
from quizzes.exports.losses import content_losses
from quizzes.exports.pictures import Shelf
from quizzes.exports.qti.names import identifier
from quizzes.exports.report import Lost, Report
from quizzes.interactions import Item
from quizzes.text import to_plain

AFTER = "the place of questions inside lessons: a lesson’s are an assessment after it, which counts for nothing here"


def course_cartridge(course: Course, version: Version) -> bytes:
    """Return the cartridge."""
    shown = relinked(course, PageLinks())
    pages, files = page_files(shown)
    quizzes = _all(shown)
    shelf = new_shelf(all_pictures(quizzes))
    assessments, documents = _assessments(quizzes, version, shelf)
    bank, bank_files = bank_resources(_drawn(quizzes), version, shelf)
    resources = (*pages, *assessments, *bank, *picture_resources(shelf))
    cartridge = Cartridge(
        name=identifier(f"{course.slug}.cartridge"),
        title=shown.title,
        description=to_plain(shown.summary),
        language=shown.language,
        outline=outline(shown, {resource.name for resource in resources if resource.type != WEB}),
        resources=resources,
    )
    return archive(cartridge_files(cartridge, version, [*files, *documents, *bank_files, *shelf.taken.items()]))


def course_report(name: str, course: Course) -> Report:
    """Return what the cartridge keeps."""
    quizzes = course_quizzes(course)
    lost = [*_losses(course, quizzes), *text_losses(course), *link_losses(course), *page_losses(course)]
    return merged(name, course, (_of_quiz(course, quiz, name) for quiz in quizzes), lost)


def _of_quiz(course: Course, quiz: ExportQuiz, name: str) -> Report:
    """Return the report on a quiz; of its draws the course's report tells, and a check has no settings to lose."""
    told, content, draws = quiz_report(quiz, name), set(content_losses(quiz)), set(draw_losses(quiz))
    is_check = course.bank.quizzes[quiz.slug].settings.mode == "check"
    kept = [loss for loss in told.lost if loss.item or loss in content or not (is_check or loss in draws)]
    return replace(told, lost=tuple(kept))


def _losses(course: Course, quizzes: Sequence[ExportQuiz]) -> Iterator[Lost]:
    if check_quizzes(course):
        yield Lost("", AFTER)
    drawing = [quiz for quiz in quizzes if quiz.is_drawn]
    if drawing:
        count = sum(pool.is_drawn for quiz in drawing for pool in quiz.pools)
        named = ", ".join(f"“{quiz.title}”" for quiz in drawing)
        drawn = f"{count_text(count, 'draw')} in {named}"
        yield Lost("", f"{drawn}: everybody gets the same questions; the question bank has all")


def _all(course: Course) -> list[ExportQuiz]:
    """Return every quiz, the checks first: a lesson asks them before its quiz."""
    return [*prepared(course, check_quizzes(course)), *prepared(course, graded_quizzes(course))]


def _assessments(quizzes: Iterable[ExportQuiz], version: Version, shelf: Shelf) -> tuple[list[Resource], Files]:
    made = [quiz_resources(quiz, version, shelf) for quiz in quizzes]
    return [one for found, _ in made for one in found], [file for _, files in made for file in files]


def _drawn(quizzes: Iterable[ExportQuiz]) -> tuple[Item, ...]:
    """Return each item of the quizzes that draw."""
    return tuple({item.id: item for quiz in quizzes if quiz.is_drawn for item in quiz.items}.values())
