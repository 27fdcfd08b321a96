"""What becomes of an item in Common Cartridge, which knows six kinds of question.

They are multiple choice with one answer or several, true or false, fill in the blank, pattern match and essay;
a score is all or nothing.
"""

from typing import assert_never

from quizzes.exports.keys import is_all_or_nothing, is_even, is_of_one
from quizzes.exports.report import ByHand, Converted, Dropped, Exact, Outcome
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
    Rule,
    TextKey,
)

NO_SHARES = "a question of Common Cartridge gives all of the credit or none"
BLANK = "the text is compared with each right answer, and some systems tell spaces before and after it"


def outcome(item: Item) -> Outcome:
    """Return what becomes of an item."""
    if len(item.parts) != 1:
        return Dropped(f"it has {len(item.parts)} parts, and Common Cartridge asks one thing a question")
    part = item.parts[0]
    key: Key = part.answer
    match key:
        case ChoiceKey():
            return _choice(part, key)
        case MatchKey(correct=correct):
            return _split(key, len(correct), "pair", "Common Cartridge has no matching")
        case OrderKey(correct=order):
            return _split(key, len(order), "place", "Common Cartridge has no ordering")
        case GapKey(correct=correct):
            return _split(key, len(correct), "gap", "Common Cartridge has no dropdowns in a text")
        case TextKey():
            partial = any(0 < form.credit < 1 for form in key.forms)
            return Converted("fill in the blank", "; ".join([BLANK, *([NO_SHARES] if partial else [])]), True)
        case NumberKey():
            why = "Common Cartridge has no numbers: the answer is compared as a text, without tolerance"
            return Converted("fill in the blank", why, changes_score=True)
        case JudgedKey():
            return ByHand("a person grades the essay there; the rubric stays behind")
        case _:
            assert_never(key)


def _choice(part: Part, key: ChoiceKey) -> Outcome:
    if is_all_or_nothing(part, key):
        return Exact()
    return Converted("multiple choice" if is_of_one(part) else "multiple response", NO_SHARES, changes_score=True)


def _split(key: MatchKey | OrderKey | GapKey, count: int, what: str, why: str) -> Outcome:
    to = f"{count} multiple choice questions, one for each {what}" if count > 1 else "multiple choice"
    if key.rule is Rule.ALL_OR_NOTHING and count > 1:
        return Converted(to, f"{why}; a partly right answer earns part of the credit", changes_score=True)
    return Converted(to, why, changes_score=not is_even(key) and key.rule is Rule.BY_PART)
