"""Moodle XML: what Moodle's question bank imports with the least loss."""

from collections.abc import Iterator
from typing import assert_never

from lxml import etree

from quizzes.exports.categories import category_path, draw_notes, filed
from quizzes.exports.format import Format
from quizzes.exports.keys import is_even
from quizzes.exports.losses import AS_IT_STANDS, LISTED, item_losses, quiz_losses
from quizzes.exports.menus import ALIKE, FORMATTING, has_choices_alike, has_formatting, menu_texts, menus
from quizzes.exports.moodle_scores import (
    BY_HAND,
    SOME_CREDIT,
    choice_outcome,
    item_outcome,
    match_outcome,
    number_outcome,
    text_outcome,
)
from quizzes.exports.moodle_xml.questions import category, question
from quizzes.exports.pools import ExportQuiz
from quizzes.exports.remarks import is_listed
from quizzes.exports.report import ByHand, Converted, Dropped, Exact, Lost, Outcome, Report, build_report
from quizzes.exports.spreading import spread_notes, with_variants
from quizzes.exports.xml import element
from quizzes.interactions import (
    ChoiceKey,
    GapKey,
    Item,
    JudgedKey,
    Key,
    Match,
    MatchKey,
    NumberKey,
    Order,
    OrderKey,
    Part,
    Rule,
    TextKey,
)

NAME = "moodle-xml"
MOST_GAPS = 20
LEAST_ANSWERS = 3


def write(quiz: ExportQuiz) -> bytes:
    """Return the file: a category for each pool, and its questions."""
    root, pictures = element("quiz"), quiz.pictures
    for pool, items in filed(with_variants(quiz)):
        root.append(category(category_path(quiz, pool), pool.title))
        root.extend(question(item, pictures) for item in items if not isinstance(_outcome(item), Dropped))
    etree.indent(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def report(quiz: ExportQuiz) -> Report:
    """Return what Moodle will make of the file."""
    lost = [*spread_notes(quiz)]
    quiz = with_variants(quiz)
    lost += [*quiz_losses(quiz), *draw_notes(quiz), *_of_quiz(quiz)]
    for item in quiz.items:
        lost += item_losses(item, quiz.pictures, menu_texts(item.parts))
        lost += [Lost(item.id, what) for what in _of_item(item)]
    return build_report(NAME, quiz.address, [(item, _outcome(item)) for item in quiz.items], lost)


def _outcome(item: Item) -> Outcome:
    return item_outcome(item, _part_outcome)


def _part_outcome(part: Part) -> Outcome:
    key: Key = part.answer
    match key:
        case ChoiceKey():
            return choice_outcome(part, key)
        case MatchKey():
            return match_outcome(part, key)
        case OrderKey():
            return Exact()
        case GapKey():
            return _gap_outcome(part, key)
        case TextKey():
            return text_outcome(key)
        case NumberKey():
            return number_outcome(key)
        case JudgedKey():
            return ByHand(f"{BY_HAND}; the rubric goes with it")
        case _:
            assert_never(key)


def _gap_outcome(part: Part, key: GapKey) -> Outcome:
    if len(key.correct) > MOST_GAPS:
        return Dropped(f"it has {len(key.correct)} gaps, and Moodle takes {MOST_GAPS}")
    if has_choices_alike(part):
        return ALIKE
    if key.rule is Rule.ALL_OR_NOTHING:
        return Converted("select missing words with credit for each gap", SOME_CREDIT, changes_score=True)
    if not is_even(key):
        return Converted("select missing words", "in Moodle each gap is worth the same", changes_score=True)
    return Exact()


def _of_item(item: Item) -> Iterator[str]:
    if item.hint:
        yield "the hint, except in the behaviour “Interactive with multiple tries”"
    for part in item.parts:
        yield from _of_part(part)


def _of_part(part: Part) -> Iterator[str]:
    if is_listed(part):
        yield LISTED
    if any(has_formatting(menu) for menu in menus(part)):
        yield FORMATTING
    if isinstance(part.interaction, Match) and len(part.interaction.targets) < LEAST_ANSWERS:
        yield "easy editing: Moodle's form asks for a third answer before it saves a change"
    if isinstance(part.interaction, Order):
        yield AS_IT_STANDS


def _of_quiz(quiz: ExportQuiz) -> Iterator[Lost]:
    yield Lost("", f"the pass mark of {quiz.pass_percent} %; set it in the quiz there")
    if any(isinstance(part.interaction, Order) for item in quiz.items for part in item.parts):
        yield Lost("", "ordering questions, on a Moodle before 4.4 without the plugin “Ordering”")


FORMAT = Format(
    name=NAME,
    title="Moodle XML",
    takers="Moodle, in the question bank under Import",
    suffix=".xml",
    media_type="application/xml",
    report=report,
    write=write,
)
