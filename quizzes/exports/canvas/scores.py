"""How Canvas scores what it is given, and so what becomes of an item there.

The rules are those of Classic Quizzes, as its open source has them. New Quizzes are told which rule is meant.
"""

from fractions import Fraction
from typing import assert_never

from quizzes.exports.keys import TYPOGRAPHIC, is_even, is_of_one
from quizzes.exports.menus import has_choices_alike
from quizzes.exports.report import ByHand, Converted, Dropped, Exact, Outcome
from quizzes.grading import fold
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

FULL, NOTHING = Fraction(1), Fraction(0)
SOME_CREDIT = "Classic Quizzes give part of the credit for a partly right answer; New Quizzes are told to give none"
ALL_SAME = "in Canvas each {} is worth the same"
NO_SHARES = "Canvas gives an answer all of the credit or none"
NO_ORDER = "Classic Quizzes have no ordering"
ALIKE = ByHand("two choices of a menu read alike without formatting; tell them apart there", changes_score=True)


def outcome(item: Item) -> Outcome:
    """Return what becomes of an item in Canvas."""
    if len(item.parts) != 1:
        return Dropped(f"it has {len(item.parts)} parts, and Canvas asks one thing a question")
    part = item.parts[0]
    key: Key = part.answer
    if isinstance(key, MatchKey | GapKey) and has_choices_alike(part):
        return ALIKE
    match key:
        case ChoiceKey():
            return _choice(part, key)
        case MatchKey():
            return _even("matching", key, "pair")
        case GapKey():
            return _even("dropdowns", key, "gap")
        case OrderKey(rule=rule):
            strict = rule is Rule.ALL_OR_NOTHING
            why = f"{NO_ORDER}; a partly right order earns part of the credit" if strict else NO_ORDER
            return Converted("matching of each step with its place", why, changes_score=strict)
        case TextKey():
            return _text(key)
        case NumberKey():
            return _number(key)
        case JudgedKey():
            return ByHand("a person grades the essay there; the rubric goes to New Quizzes as grading notes")
        case _:
            assert_never(key)


def _choice(part: Part, key: ChoiceKey) -> Outcome:
    """Return what becomes of a choice: of several, each right one gives a share and each wrong one takes as much."""
    if is_of_one(part):
        whole = len(key.correct) == 1 and (key.rule is Rule.ALL_OR_NOTHING or _is_whole(key))
        return Exact() if whole else Converted("multiple choice", NO_SHARES, changes_score=True)
    share = Fraction(1, max(len(key.correct), 1))
    if key.rule is Rule.ALL_OR_NOTHING:
        return Exact() if share == FULL else Converted("multiple answers", SOME_CREDIT, changes_score=True)
    if all(credit == (share if option in key.correct else -share) for option, credit in key.credit.items()):
        return Exact()
    return Converted("multiple answers", "in Canvas a wrong option takes as much as a right one gives", True)


def _is_whole(key: ChoiceKey) -> bool:
    return all((credit == FULL) if option in key.correct else credit <= 0 for option, credit in key.credit.items())


def _even(to: str, key: MatchKey | GapKey, what: str) -> Outcome:
    if key.rule is Rule.ALL_OR_NOTHING and len(key.correct) > 1:
        return Converted(f"{to} with credit for each {what}", SOME_CREDIT, changes_score=True)
    if not is_even(key):
        return Converted(to, ALL_SAME.format(what), changes_score=True)
    return Exact()


def _text(key: TextKey) -> Outcome:
    """Return what becomes of a text entry: Canvas trims, makes small letters of all, and compares the rest."""
    folded = [fold(text, True, "collapse") for form in key.forms for text in form.texts]
    whys = []
    if any(NOTHING < form.credit < FULL for form in key.forms):
        whys.append(NO_SHARES)
    if key.case_sensitive and any(text.lower() != text.upper() for text in folded):
        whys.append("Canvas can't ask for capitals and small letters")
    if key.spaces == "remove":
        whys.append("Canvas doesn't overlook spaces inside an answer")
    elif key.spaces == "exact":
        whys.append("Canvas overlooks spaces before and after an answer")
    elif any(" " in text for text in folded):
        whys.append("Canvas doesn't read several spaces in a row as one")
    if any(not TYPOGRAPHIC.isdisjoint(text) for text in folded):
        whys.append("Canvas tells typographic quotes and dashes from plain ones")
    return Converted("short answer", "; ".join(whys), changes_score=True) if whys else Exact()


def _number(key: NumberKey) -> Outcome:
    """Return what becomes of a number entry: Canvas takes every interval of full credit, wherever it stands."""
    full = [interval for interval in key.intervals if interval.credit == FULL]
    others = [interval for interval in key.intervals if interval.credit < FULL]
    before = [one for one in others if any(key.intervals.index(one) < key.intervals.index(it) for it in full)]
    hidden = any(one.low <= it.high and it.low <= one.high for one in before for it in full)
    if hidden or any(interval.credit > 0 for interval in others):
        return Converted("numerical answer", NO_SHARES, changes_score=True)
    return Exact()
