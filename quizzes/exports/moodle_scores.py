"""How Moodle scores what it is given: what Moodle XML and GIFT have in common.

Facts are from Moodle's question types multichoice, shortanswer, numerical, match and gapselect.
"""

from collections.abc import Callable, Iterable
from fractions import Fraction

from quizzes.exports.fractions import is_known
from quizzes.exports.keys import TYPOGRAPHIC, is_even, is_of_one
from quizzes.exports.menus import ALIKE, has_choices_alike
from quizzes.exports.report import Converted, Dropped, Exact, Outcome
from quizzes.grading import fold
from quizzes.interactions import (
    ChoiceKey,
    Item,
    MatchKey,
    NumberKey,
    Part,
    Rule,
    TextKey,
)

ROUNDED = "Moodle has no such share of the credit, so it becomes the nearest that it has"
SOME_CREDIT = "Moodle can't ask for all or nothing: a partly right answer earns part of the credit"
BY_HAND = "a person grades the essay there"


def choice_outcome(part: Part, key: ChoiceKey) -> Outcome:
    """Return what becomes of a choice. Moodle adds the fractions of what was chosen, within 0 and 1, as we do."""
    if is_of_one(part) or key.rule is Rule.BY_PART:
        shares = key.credit.values() if key.rule is Rule.BY_PART else ()
        return _unless_rounded("multiple choice", shares)
    if len(key.correct) == 1:
        return Exact()
    return Converted("multiple choice with partial credit", SOME_CREDIT, changes_score=True)


def match_outcome(part: Part, key: MatchKey) -> Outcome:
    """Return what becomes of a match. In Moodle each pair is worth the same, and each source has its target."""
    if has_choices_alike(part):
        return ALIKE
    if key.rule is Rule.ALL_OR_NOTHING:
        return Converted("matching with credit for each pair", SOME_CREDIT, changes_score=True)
    if not is_even(key):
        return Converted("matching", "in Moodle each pair is worth the same", changes_score=True)
    return Exact()


def text_outcome(key: TextKey) -> Outcome:
    """Return what becomes of a text entry. Moodle trims what was written, and compares the rest as it is."""
    folded = [fold(text, True, "collapse") for form in key.forms for text in form.texts]
    whys = []
    if not all(is_known(form.credit) for form in key.forms):
        whys.append(ROUNDED)
    if key.spaces == "remove":
        whys.append("Moodle doesn't overlook spaces inside an answer")
    elif key.spaces == "exact":
        whys.append("Moodle overlooks spaces before and after an answer")
    elif any(" " in written for written in folded):
        whys.append("Moodle doesn't read several spaces in a row as one")
    if any(not TYPOGRAPHIC.isdisjoint(written) for written in folded):
        whys.append("Moodle tells typographic quotes and dashes from plain ones")
    return Converted("short answer", "; ".join(whys), changes_score=True) if whys else Exact()


def number_outcome(key: NumberKey) -> Outcome:
    """Return what becomes of a number entry. Moodle's tolerances are closed intervals, and the first one wins."""
    return _unless_rounded("numerical", (interval.credit for interval in key.intervals))


def item_outcome(item: Item, outcome_of: Callable[[Part], Outcome]) -> Outcome:
    """Return the outcome of an item: that of its part, where it has one."""
    if len(item.parts) != 1:
        return Dropped(f"it has {len(item.parts)} parts, and Moodle asks one thing a question")
    return outcome_of(item.parts[0])


def _unless_rounded(to: str, shares: Iterable[Fraction]) -> Outcome:
    return Exact() if all(is_known(share) for share in shares) else Converted(to, ROUNDED, changes_score=True)
