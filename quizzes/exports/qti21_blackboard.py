"""QTI 2.1 for Blackboard, which skips questions that have response processing and knows five types of question.

What it takes is from Blackboard's help on QTI packages: true or false, multiple choice, multiple answer, a text
with one blank, and essay; an option of partial credit would be taken as right.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import assert_never

from quizzes.exports.format import Format
from quizzes.exports.keys import is_all_or_nothing, is_of_one
from quizzes.exports.losses import item_losses, quiz_losses
from quizzes.exports.pools import ExportQuiz, Pool
from quizzes.exports.qti.dialects import QTI21_BARE
from quizzes.exports.qti.package import package
from quizzes.exports.report import ByHand, Converted, Dropped, Exact, Lost, Outcome, Report, build_report
from quizzes.exports.spreading import spread_notes, with_variants
from quizzes.interactions import (
    ChoiceKey,
    GapKey,
    Item,
    JudgedKey,
    Key,
    MatchKey,
    NumberKey,
    OrderKey,
    Part,
    TextKey,
)

NAME = "qti21-blackboard"
NO_SHARES = "Blackboard takes a list of right answers, and gives all of the credit or none"
NOT_TAKEN = "Blackboard takes no {} from QTI"
BLANK = "Blackboard compares the text with each right answer, and may tell spaces before and after it"


def write(quiz: ExportQuiz) -> bytes:
    """Return the package, with the items that Blackboard takes."""
    return package(_taken(with_variants(quiz)), QTI21_BARE)


def report(quiz: ExportQuiz) -> Report:
    """Return what Blackboard will make of the package."""
    lost = [*spread_notes(quiz)]
    quiz = with_variants(quiz)
    lost += [*quiz_losses(quiz), *(Lost("", what) for what in _of_quiz(quiz))]
    for item in quiz.items:
        lost += item_losses(item, quiz.pictures)
        lost += [Lost(item.id, what) for what in _of_item(item)]
    return build_report(NAME, quiz.address, [(item, outcome(item)) for item in quiz.items], lost)


def outcome(item: Item) -> Outcome:
    """Return what becomes of an item."""
    if len(item.parts) != 1:
        return Dropped(f"it has {len(item.parts)} parts, and Blackboard asks one thing a question")
    part = item.parts[0]
    key: Key = part.answer
    match key:
        case ChoiceKey():
            return _choice(part, key)
        case MatchKey():
            return Dropped(NOT_TAKEN.format("matching"))
        case OrderKey():
            return Dropped(NOT_TAKEN.format("ordering"))
        case GapKey():
            return Dropped(NOT_TAKEN.format("dropdowns"))
        case TextKey():
            return _text(key)
        case NumberKey():
            why = "Blackboard takes no numbers from QTI: it compares the answer as a text, without tolerance"
            return Converted("fill in the blank", why, changes_score=True)
        case JudgedKey():
            return ByHand("a person grades the essay there; the rubric stays behind")
        case _:
            assert_never(key)


def _choice(part: Part, key: ChoiceKey) -> Outcome:
    if is_all_or_nothing(part, key):
        return Exact()
    return Converted("multiple choice" if is_of_one(part) else "multiple answer", NO_SHARES, changes_score=True)


def _text(key: TextKey) -> Outcome:
    whys = [BLANK]
    if any(0 < form.credit < 1 for form in key.forms):
        whys.append(NO_SHARES)
    if key.case_sensitive:
        whys.append("it may not tell capitals from small letters")
    return Converted("fill in the blank", "; ".join(whys), changes_score=True)


def _taken(quiz: ExportQuiz) -> ExportQuiz:
    """Return a quiz without the items that are dropped; a pool gives no more than it has."""
    pools = []
    for pool in quiz.pools:
        items = tuple(item for item in pool.items if not isinstance(outcome(item), Dropped))
        if items:
            pools.append(Pool(pool.slug, pool.title, items, min(pool.count, len(items)), pool.share_of))
    return replace(quiz, pools=tuple(pools))


def _of_quiz(quiz: ExportQuiz) -> Iterator[str]:
    yield f"the pass mark of {quiz.pass_percent} %; set it there"
    if any(pool.is_drawn for pool in quiz.pools):
        yield "the draws, if Blackboard asks all questions of a section; set random blocks there"
    if any(item.objective or item.tags for item in quiz.items):
        yield "objectives and tags"


def _of_item(item: Item) -> Iterator[str]:
    if item.hint:
        yield "the hint"
    if item.explanation or item.right or item.wrong or any(part.feedback for part in item.parts):
        yield "the explanation and all feedback: Blackboard skips questions with the rules that show it"


FORMAT = Format(
    name=NAME,
    title="QTI 2.1 for Blackboard",
    takers="Blackboard Learn, Original course view, under Import QTI package",
    suffix=".blackboard-qti.zip",
    media_type="application/zip",
    report=report,
    write=write,
)
