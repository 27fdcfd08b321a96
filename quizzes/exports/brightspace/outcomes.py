"""How Brightspace scores what its CSV can say, by its help pages on grading questions.

Of its ways to score a choice of several, “right minus wrong” is described in two ways, so it is never asked for.
"""

from collections.abc import Iterator
from typing import assert_never

from quizzes.exports.keys import is_even, is_of_one, is_true_false
from quizzes.exports.losses import LISTED
from quizzes.exports.menus import ALIKE, has_choices_alike
from quizzes.exports.remarks import is_listed
from quizzes.exports.report import ByHand, Converted, Dropped, Exact, Outcome
from quizzes.exports.schemes import Scheme, every_option, nearest, whole
from quizzes.interactions import (
    Choice,
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

ALL_OR_NOTHING, BY_OPTION, BY_PART = "AllOrNothing", "RightAnswers", "EquallyWeighted"
SCHEMES = {ALL_OR_NOTHING: whole, BY_OPTION: every_option}
TOLD = {
    ALL_OR_NOTHING: "multi-select, all or nothing",
    BY_OPTION: "multi-select with credit for each option rightly chosen or left",
}
OWN_WAY = "Brightspace has no way to add what an option earns or costs"


def scheme(key: ChoiceKey) -> Scheme:
    """Return the way to score a choice of several that is nearest to ours."""
    return nearest(key, SCHEMES)


def scoring(rule: Rule) -> str:
    """Return the way to score pairs and positions."""
    return BY_PART if rule is Rule.BY_PART else ALL_OR_NOTHING


def is_exact_number(key: NumberKey) -> bool:
    """Say whether each number that counts is a single one, which a text can be compared with."""
    return all(interval.low == interval.high for interval in key.intervals if interval.credit)


def outcome(item: Item) -> Outcome:
    """Return what becomes of an item."""
    if len(item.parts) != 1:
        return Dropped(f"it has {len(item.parts)} parts, and Brightspace asks one thing a question")
    part = item.parts[0]
    key: Key = part.answer
    match key:
        case ChoiceKey():
            return _choice(part, key)
        case MatchKey():
            return _match(part, key)
        case OrderKey():
            return Exact()
        case GapKey():
            return _gaps(part, key)
        case TextKey():
            return _text(key)
        case NumberKey():
            return _number(key)
        case JudgedKey():
            return ByHand("a person grades the written response there; the rubric goes as its answer key")
        case _:
            assert_never(key)


def losses_there(item: Item) -> Iterator[str]:
    """Yield what an item loses where it is kept."""
    for part in item.parts:
        choice = part.interaction
        if is_listed(part):
            yield LISTED
        if isinstance(choice, Choice) and choice.shuffle and not is_true_false(choice):
            yield "the shuffled order of the options; set it there"
        if isinstance(part.answer, TextKey):
            yield "a readable right answer: the learner is shown a regular expression"


def _choice(part: Part, key: ChoiceKey) -> Outcome:
    if is_of_one(part):
        if key.rule is Rule.BY_PART and any((credit * 100).denominator > 1 for credit in key.credit.values()):
            return Converted("multiple choice", "Brightspace takes whole percents of the credit", changes_score=True)
        return Exact()
    found = scheme(key)
    return Exact() if found.is_exact else Converted(TOLD[found.name], OWN_WAY, changes_score=True)


def _match(part: Part, key: MatchKey) -> Outcome:
    if set(key.correct) != set(key.credit):
        return Dropped("a statement in it belongs nowhere, and Brightspace asks for a choice for each")
    if has_choices_alike(part):
        return ALIKE
    if key.rule is Rule.BY_PART and not is_even(key):
        return Converted("matching", "in Brightspace each pair is worth the same", changes_score=True)
    return Exact()


def _gaps(part: Part, key: GapKey) -> Outcome:
    if has_choices_alike(part):
        return ALIKE
    uneven = key.rule is Rule.BY_PART and not is_even(key)
    why = "the CSV has no dropdowns" + ("; in Brightspace each pair is worth the same" if uneven else "")
    return Converted("matching of each gap with its option", why, changes_score=uneven)


def _text(key: TextKey) -> Outcome:
    if any((form.credit * 100).denominator > 1 for form in key.forms):
        return Converted("short answer", "Brightspace takes whole percents of the credit", changes_score=True)
    return Exact()


def _number(key: NumberKey) -> Outcome:
    if not is_exact_number(key):
        return ByHand("the CSV has no numbers with a tolerance: a written response, with the answer for who grades it")
    return Converted("short answer", "the CSV has no numbers: digits are compared, and 1e3 is not 1000", True)
