"""GIFT: a plain text file that Moodle and a few other systems import; the simplest format, and the poorest."""

from collections.abc import Iterator
from typing import assert_never

from quizzes.exports.categories import category_path, draw_notes, filed
from quizzes.exports.format import Format
from quizzes.exports.gift import answers
from quizzes.exports.gift.comments import comment, unsayable_tags
from quizzes.exports.gift.escapes import HTML, escaped, escaped_html, html
from quizzes.exports.keys import is_even, is_true_false
from quizzes.exports.losses import LISTED, item_losses, quiz_losses
from quizzes.exports.menus import ALIKE, has_choices_alike
from quizzes.exports.moodle_scores import (
    BY_HAND,
    SOME_CREDIT,
    choice_outcome,
    item_outcome,
    match_outcome,
    number_outcome,
    text_outcome,
)
from quizzes.exports.pools import ExportQuiz
from quizzes.exports.remarks import general_feedback, is_listed
from quizzes.exports.report import (
    ByHand,
    Converted,
    Dropped,
    Lost,
    Outcome,
    Report,
    build_report,
    short_name,
)
from quizzes.exports.spreading import spread_notes, with_variants
from quizzes.interactions import (
    Choice,
    ChoiceKey,
    GapKey,
    GapSelect,
    Item,
    Judged,
    JudgedKey,
    Key,
    Match,
    MatchKey,
    NumberEntry,
    NumberKey,
    OrderKey,
    Part,
    Rule,
    TextKey,
)

NAME = "gift"


def write(quiz: ExportQuiz) -> bytes:
    """Return the file: a category for each pool, and its questions, with a blank line after each."""
    parts = []
    for pool, items in filed(with_variants(quiz)):
        parts.append(f"$CATEGORY: {category_path(quiz, pool)}")
        parts += [_question(item) for item in items if not isinstance(_outcome(item), Dropped)]
    return ("\n\n".join(parts) + "\n").encode()


def report(quiz: ExportQuiz) -> Report:
    """Return what an importer will make of the file."""
    lost = [*spread_notes(quiz)]
    quiz = with_variants(quiz)
    lost += [*quiz_losses(quiz), *draw_notes(quiz)]
    lost.append(Lost("", f"the pass mark of {quiz.pass_percent} %; set it in the quiz there"))
    for item in quiz.items:
        lost += item_losses(item)
        lost += [Lost(item.id, what) for what in _of_item(item)]
    return build_report(NAME, quiz.address, [(item, _outcome(item)) for item in quiz.items], lost)


def _question(item: Item) -> str:
    asked = html(item.prompt)
    match item.parts[0].interaction, item.parts[0].answer:
        case Choice() as choice, ChoiceKey() as key if is_true_false(choice):
            lines = answers.true_false(item, key)
        case Choice() as choice, ChoiceKey() as key:
            lines = answers.multiple_choice(item, choice, key)
        case Match() as match_, MatchKey() as key:
            lines = answers.matching(match_, key)
        case _, OrderKey() as key:
            lines = answers.places(item, key)
        case GapSelect() as select, GapKey() as key:
            asked += answers.numbered_gaps(select)
            lines = answers.gaps(select, key)
        case _, TextKey() as key:
            lines = answers.short_answer(item, key)
        case NumberEntry(unit=unit), NumberKey() as key:
            asked += escaped(f"<p>Unit: {unit}</p>") if unit else ""
            lines = ["#", *answers.numerical(item, key)]
        case Judged(), JudgedKey():
            lines = []
        case interaction, answer:
            raise TypeError(f"item {item.id!r}: a {type(answer).__name__} is no key of a {type(interaction).__name__}")
    after = general_feedback(item)
    lines += [f"####{escaped_html(after)}"] if after else []
    head = [comment(item), f"::{escaped(short_name(item))}::{HTML}{asked}{{"]
    return "\n".join([*head, *(f"\t{line}" for line in lines), "}"])


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
            return _as_matching(key, "matching of each step with its place", "GIFT has no ordering")
        case GapKey():
            by_gap = _as_matching(key, "matching of each gap with its option", "GIFT has no dropdowns in a text")
            return ALIKE if has_choices_alike(part) else by_gap
        case TextKey():
            return _text_outcome(key)
        case NumberKey():
            return number_outcome(key)
        case JudgedKey():
            return ByHand(f"{BY_HAND}; the rubric stays behind")
        case _:
            assert_never(key)


def _as_matching(key: OrderKey | GapKey, to: str, why: str) -> Outcome:
    if key.rule is Rule.ALL_OR_NOTHING:
        return Converted(to, f"{why}; {SOME_CREDIT}", changes_score=True)
    return Converted(to, why, changes_score=not is_even(key))


def _text_outcome(key: TextKey) -> Outcome:
    if any("->" in text for text in answers.raw_texts(key)):
        return Dropped("an accepted text has “->”, which makes GIFT take the question for matching")
    outcome = text_outcome(key)
    if not key.case_sensitive or not any(text.lower() != text.upper() for text in answers.raw_texts(key)):
        return outcome
    whys = [outcome.why] if isinstance(outcome, Converted) else []
    return Converted("short answer", "; ".join(["GIFT can't ask for capitals and small letters", *whys]), True)


def _of_item(item: Item) -> Iterator[str]:
    if item.points != 1:
        yield f"its {item.points} points; every question gets 1 mark"
    if item.hint:
        yield "the hint"
    for tag in unsayable_tags(item):
        yield f"the tag “{tag}”, which has a sign that no tag in GIFT can have"
    for part in item.parts:
        if is_listed(part):
            yield LISTED
        if (
            isinstance(part.interaction, Choice)
            and not part.interaction.shuffle
            and not is_true_false(part.interaction)
        ):
            yield "the fixed order of the options"


FORMAT = Format(
    name=NAME,
    title="GIFT",
    takers="Moodle and others that import GIFT text",
    suffix=".gift.txt",
    media_type="text/plain; charset=utf-8",
    report=report,
    write=write,
)
