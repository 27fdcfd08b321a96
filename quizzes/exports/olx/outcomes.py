"""How Open edX scores its problems, by its documentation and what its graders do.

A problem with several dropdowns earns the share of those that are right. Of a choice of several it can ask for
all or nothing, for every decision, or for half the credit less with each error; the last two are rounded to
hundredths.
"""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import assert_never

from quizzes.exports.keys import is_even, is_of_one
from quizzes.exports.losses import AS_IT_STANDS, LISTED
from quizzes.exports.menus import ALIKE, FORMATTING, has_choices_alike, has_formatting, menus
from quizzes.exports.remarks import is_listed
from quizzes.exports.report import ByHand, Converted, Dropped, Exact, Outcome
from quizzes.exports.schemes import Chosen, Scheme, every_option, nearest, whole
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

HUNDREDTH = Decimal("0.01")
HALVES = {0: (Fraction(1), 0), 1: (Fraction(1, 2), 2), 2: (Fraction(1, 4), 4)}  # by errors: credit, options exceeded
TOLD = {
    "false": "checkboxes, all or nothing",
    "EDC": "checkboxes with credit for each box rightly ticked or left",
    "halves": "checkboxes with half the credit for one error and a quarter for two",
}
NO_WHOLE = "Open edX gives credit for each dropdown that is right"


def _every_decision(key: ChoiceKey, chosen: Chosen) -> Fraction:
    share = every_option(key, chosen)
    exact = Decimal(share.numerator) / Decimal(share.denominator)
    return Fraction(exact.quantize(HUNDREDTH, ROUND_HALF_UP))


def _halves(key: ChoiceKey, chosen: Chosen) -> Fraction:
    credit, exceeded = HALVES.get(len(chosen ^ key.correct), (Fraction(0), 0))
    return credit if len(key.credit) > exceeded else Fraction(0)


SCHEMES = {"false": whole, "EDC": _every_decision, "halves": _halves}


def scheme(key: ChoiceKey) -> Scheme:
    """Return the way to score a choice of several that is nearest to ours."""
    return nearest(key, SCHEMES)


def some_share(key: ChoiceKey, option: str) -> Fraction:
    """Return what an option of a single choice earns."""
    return max(key.credit[option], Fraction(0)) if key.rule is Rule.BY_PART else Fraction(option in key.correct)


def is_there(item: Item) -> bool:
    """Say whether an item is in the archive."""
    return not isinstance(outcome(item), Dropped)


def outcome(item: Item) -> Outcome:
    """Return what becomes of an item."""
    if len(item.parts) != 1:
        return Dropped(f"it has {len(item.parts)} parts, and only questions of one part are written")
    part = item.parts[0]
    key: Key = part.answer
    match key:
        case ChoiceKey():
            return _choice(part, key)
        case MatchKey() | GapKey():
            return _menus(part, key)
        case OrderKey(rule=rule):
            why = "Open edX has no ordering"
            if rule is Rule.BY_PART:
                return Converted("a dropdown with the place of each step", why)
            return Converted("a dropdown with the place of each step", f"{why}; {NO_WHOLE}", changes_score=True)
        case TextKey():
            return _text(key)
        case NumberKey():
            return _number(key)
        case JudgedKey():
            return ByHand("its text goes alone; add an open response assessment there")
        case _:
            assert_never(key)


def losses_there(item: Item) -> Iterator[str]:
    """Yield what an item loses where it is kept."""
    for part in item.parts:
        choice = part.interaction
        if is_listed(part):
            yield LISTED
        if isinstance(choice, Choice) and choice.max_choices != 1:
            if choice.shuffle:
                yield "the shuffled order of the options"
            if choice.max_choices:
                yield f"the limit of {choice.max_choices} options"
        if any(has_formatting(menu) for menu in menus(part)):
            yield FORMATTING
        match part.answer:
            case OrderKey():
                yield AS_IT_STANDS
                yield "the rule that each place is taken once"
            case TextKey():
                yield "a readable right answer: the learner is shown a regular expression"
                yield "feedback on wrong answers, and on all right ones but the first"
            case NumberKey():
                yield "the refusal of calculations: 2*3 counts as 6"
                yield "a typographic minus: it is refused there before anything is scored"
            case _:
                pass


def _choice(part: Part, key: ChoiceKey) -> Outcome:
    if is_of_one(part):
        return Exact()
    found = scheme(key)
    if found.is_exact:
        return Exact()
    why = "Open edX has no way to add what an option earns or costs"
    return Converted(TOLD[found.name], why, changes_score=True)


def _menus(part: Part, key: MatchKey | GapKey) -> Outcome:
    if set(key.correct) != set(key.credit):
        return Dropped("a statement in it belongs nowhere, and a dropdown in Open edX needs a right choice")
    if has_choices_alike(part):
        return ALIKE
    whys = ["Open edX has dropdowns, one below the other, and nothing to match or to fill in place"]
    whys += [NO_WHOLE] if key.rule is Rule.ALL_OR_NOTHING else []
    uneven = key.rule is Rule.BY_PART and not is_even(key)
    whys += ["each dropdown is worth the same there"] if uneven else []
    return Converted("a dropdown for each", "; ".join(whys), changes_score=len(whys) > 1)


def _text(key: TextKey) -> Outcome:
    whys = []
    if any(form.credit != 1 for form in key.forms):
        whys.append("Open edX gives no part of the credit for a text")
    if key.spaces == "exact":
        whys.append("Open edX overlooks spaces before and after an answer")
    return Converted("text input", "; ".join(whys), changes_score=True) if whys else Exact()


def _number(key: NumberKey) -> Outcome:
    full = [interval for interval in key.intervals if interval.credit == 1]
    whys = []
    if len(full) < len(key.intervals):
        whys.append("Open edX gives no part of the credit for a number")
    if any(interval.low != interval.high for interval in full[1:]):
        whys.append("Open edX takes one range of numbers")
    return Converted("numerical input", "; ".join(whys), changes_score=True) if whys else Exact()
