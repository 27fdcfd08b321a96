"""Papers to print: several that differ, and one key to all of them, each as PDF and as HTML, in one archive."""

from collections.abc import Iterator

from quizzes.exports.archive import archive
from quizzes.exports.format import ZIP, Format
from quizzes.exports.losses import content_losses, item_losses
from quizzes.exports.markup import pictures_in
from quizzes.exports.on_paper.html_pages import as_html
from quizzes.exports.on_paper.pages import key_page, paper_page
from quizzes.exports.on_paper.papers import papers
from quizzes.exports.on_paper.typesetting import as_pdf, can_show, missing
from quizzes.exports.pictures import Pictures
from quizzes.exports.pools import ExportQuiz
from quizzes.exports.report import ByHand, Lost, Report, build_report
from quizzes.exports.texts import texts_of
from quizzes.interactions import Item

NAME = "print"
IN_PDF = "the character {} in the PDF, as its fonts lack it; print the HTML instead"
NOT_IN_PDF = "the image “{}” in the PDF, which can't show it; print the HTML instead"
MARKED = ByHand("a person marks it by the key")


def write(quiz: ExportQuiz) -> bytes:
    """Return the archive: `paper-A.pdf` and so on, and `key.pdf`, each beside the same as HTML."""
    printed = papers(quiz)
    pages = {f"paper-{paper.letter}": paper_page(quiz, paper) for paper in printed} | {"key": key_page(quiz, printed)}
    files = {f"{name}.pdf": as_pdf(page) for name, page in pages.items()}
    return archive(files | {f"{name}.html": as_html(page) for name, page in pages.items()})


def report(quiz: ExportQuiz) -> Report:
    """Return what is left of each item on paper."""
    lost = [*_of_quiz(quiz), *content_losses(quiz)]
    for item in quiz.items:
        lost += item_losses(item, quiz.pictures)
        lost += (Lost(item.id, NOT_IN_PDF.format(alt)) for alt in _unshown(item, quiz.pictures))
        lost += (Lost(item.id, IN_PDF.format(one)) for one in missing([*texts_of(item)]))
    return build_report(NAME, quiz.address, [(item, MARKED) for item in quiz.items], lost)


def _unshown(item: Item, pictures: Pictures) -> Iterator[str]:
    """Yield the descriptions of pictures that the typesetter can't show."""
    for name, alt in dict.fromkeys(found for text in texts_of(item) for found in pictures_in(text)):
        if name in pictures and not can_show(pictures[name]):
            yield alt


def _of_quiz(quiz: ExportQuiz) -> Iterator[Lost]:
    if any(item.hint for item in quiz.items):
        yield Lost("", "hints on the papers; they stand in the key")
    if any(part.feedback for item in quiz.items for part in item.parts):
        yield Lost("", "feedback after an answer; it stands in the key")


FORMAT = Format(
    name=NAME,
    title="Paper (PDF and HTML to print)",
    takers="People: papers A, B and so on with questions and options in different orders, and a key",
    suffix=".print.zip",
    media_type=ZIP,
    report=report,
    write=write,
)
