"""A content package with a test and an item for every question, in any dialect, and what it keeps."""

import re
from collections.abc import Iterator
from decimal import Decimal

from quizzes.exports.archive import archive
from quizzes.exports.losses import AS_IT_STANDS, LISTED, item_losses, quiz_losses
from quizzes.exports.menus import FORMATTING, has_formatting, menu_texts
from quizzes.exports.pictures import Shelf, all_taken
from quizzes.exports.pools import ExportQuiz
from quizzes.exports.qti import assessment, manifest
from quizzes.exports.qti.dialects import Dialect
from quizzes.exports.qti.item import item_document, item_path
from quizzes.exports.report import ByHand, Exact, Lost, Outcome, Report, build_report
from quizzes.exports.spreading import spread_notes, with_variants
from quizzes.exports.texts import texts_of
from quizzes.interactions import GapSelect, Item, JudgedKey, Match, NumberKey, Order, Part
from quizzes.text import PICTURES

ALIGNED = re.compile(r"^[\s|:-]*(:-|-:)[\s|:-]*$", re.MULTILINE)


def package(quiz: ExportQuiz, dialect: Dialect) -> bytes:
    """Return the package of a quiz."""
    quiz = with_variants(quiz)
    shelves = {item.id: Shelf(quiz.pictures, f"../{PICTURES}{{}}") for item in quiz.items}
    items = {
        item_path(item): item_document(item, quiz.language, dialect, shelves[item.id].address) for item in quiz.items
    }
    shown = {item: tuple(shelf.taken) for item, shelf in shelves.items()}
    files = {
        manifest.PATH: manifest.manifest_document(quiz, dialect, shown),
        assessment.PATH: assessment.assessment_document(quiz, dialect),
    }
    return archive(files | items | all_taken(shelves.values()))


def report(quiz: ExportQuiz, name: str, dialect: Dialect) -> Report:
    """Return what the package of a dialect will keep, for the format of this name."""
    lost = [*spread_notes(quiz)]
    quiz = with_variants(quiz)
    lost += [*quiz_losses(quiz), *_of_quiz(quiz)]
    for item in quiz.items:
        lost += item_losses(item, quiz.pictures, _in_plain_menus(item, dialect))
        lost += [Lost(item.id, what) for part in item.parts for what in _of_part(part)]
        if dialect.is_older:
            lost += [Lost(item.id, what) for what in _of_older(item, dialect)]
    return build_report(name, quiz.address, [(item, _outcome(item)) for item in quiz.items], lost)


def _outcome(item: Item) -> Outcome:
    if any(isinstance(part.answer, JudgedKey) for part in item.parts):
        return ByHand("a person grades the text there; the rubric goes with it")
    return Exact()


def _of_part(part: Part) -> Iterator[str]:
    if isinstance(part.interaction, Match | Order) and part.feedback:
        yield LISTED
    if isinstance(part.interaction, Order):
        yield AS_IT_STANDS
    if isinstance(part.answer, NumberKey) and any(not _is_float(edge) for edge in _edges(part.answer)):
        yield "the digits of a tolerance beyond the 16th"


def _in_plain_menus(item: Item, dialect: Dialect) -> list[str]:
    gaps = [part for part in item.parts if isinstance(part.interaction, GapSelect)]
    return menu_texts(gaps) if dialect.has_plain_menus else []


def _of_older(item: Item, dialect: Dialect) -> Iterator[str]:
    """Yield what QTI 2 has no place for, and QTI 3 has."""
    if any(ALIGNED.search(text) for text in texts_of(item)):
        yield "the alignment of the columns of tables"
    gaps = [gap for part in item.parts if isinstance(part.interaction, GapSelect) for gap in part.interaction.gaps]
    if dialect.has_plain_menus and any(has_formatting(gap.options) for gap in gaps):
        yield FORMATTING


def _of_quiz(quiz: ExportQuiz) -> Iterator[Lost]:
    drawn = [item.id for pool in quiz.pools for item in pool.items]
    if len(drawn) > len(set(drawn)):
        yield Lost("", "the rule that no item comes twice: two draws can give the same one")


def _edges(key: NumberKey) -> Iterator[Decimal]:
    for interval in key.intervals:
        yield from (interval.low, interval.high)


def _is_float(number: Decimal) -> bool:
    return Decimal(repr(float(number))) == number
