"""How Blackboard scores what its upload takes, by its help pages.

Ordering and matching give credit for each part; several answers and several blanks for the whole alone. Somebody
can set that otherwise there, but no file can.
"""

from collections.abc import Iterator
from typing import assert_never

from quizzes.exports.keys import is_even, is_of_one, is_true_false
from quizzes.exports.report import ByHand, Converted, Dropped, Exact, Outcome
from quizzes.interactions import (
    Choice,
    ChoiceKey,
    GapKey,
    Item,
    JudgedKey,
    Key,
    Match,
    MatchKey,
    NumberKey,
    OrderKey,
    Part,
    Rule,
    TextKey,
)

MOST_ANSWERS, MOST_BLANKS = 100, 10
WHOLE = "unless somebody turns on partial credit there, only a whole answer earns credit"
BY_PART = "unless somebody turns it off there, Blackboard gives credit for each part"
BLANKS = "fill in multiple blanks with the number of each choice"


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
            return _match(part, key)
        case OrderKey(correct=correct):
            return _too_many(len(correct)) or _by_part("ordering", key.rule)
        case GapKey():
            return _blanks(key, len(key.correct), "an upload has no dropdowns")
        case TextKey():
            return _text(key)
        case NumberKey():
            return _number(key)
        case JudgedKey():
            return ByHand("a person grades the essay there; the rubric goes as its example answer")
        case _:
            assert_never(key)


def is_paired(part: Part, key: MatchKey) -> bool:
    """Say whether each source has a target of its own, which Blackboard's matching asks for."""
    if not isinstance(part.interaction, Match):
        return False
    targets = list(key.correct.values())
    return len(set(targets)) == len(targets) == len(part.interaction.sources)


def losses_there(item: Item) -> Iterator[str]:
    """Yield what Blackboard could do with an item, but can't be told by a file."""
    for part in item.parts:
        choice = part.interaction
        if isinstance(choice, Choice) and not choice.shuffle and not is_true_false(choice):
            yield "the fixed order of the options; set it there"


def _choice(part: Part, key: ChoiceKey) -> Outcome:
    if too_many := _too_many(len(key.credit)):
        return too_many
    if is_of_one(part):
        if key.rule is Rule.BY_PART and any(0 < credit < 1 for credit in key.credit.values()):
            return Converted("multiple choice", "an upload gives no part of the credit for an option", True)
        return Exact()
    return Converted("multiple answer", WHOLE, changes_score=True) if key.rule is Rule.BY_PART else Exact()


def _match(part: Part, key: MatchKey) -> Outcome:
    if not is_paired(part, key):
        return _blanks(key, len(key.correct), "Blackboard's matching gives each choice to one statement alone")
    if too_many := _too_many(len(key.correct)):
        return too_many
    if not is_even(key):
        return Converted("matching", "in Blackboard each pair is worth the same", changes_score=True)
    match = part.interaction
    if isinstance(match, Match) and len(match.targets) > len(key.correct) and key.rule is Rule.BY_PART:
        return Converted("matching without the choices of no pair", "an upload has no place for them")
    return _by_part("matching", key.rule)


def _blanks(key: MatchKey | GapKey, blanks: int, why: str) -> Outcome:
    if blanks > MOST_BLANKS:
        return Dropped(f"{why}, and it takes {blanks} blanks, of which Blackboard has {MOST_BLANKS}")
    if key.rule is Rule.ALL_OR_NOTHING or blanks == 1:
        return Converted(BLANKS, why)
    return Converted(BLANKS, f"{why}; {WHOLE}", changes_score=True)


def _by_part(to: str, rule: Rule) -> Outcome:
    return Exact() if rule is Rule.BY_PART else Converted(to, BY_PART, changes_score=True)


def _text(key: TextKey) -> Outcome:
    whys = ["Blackboard takes the exact text, with its spaces, quotes and dashes, whatever its capitals"]
    if any(0 < form.credit < 1 for form in key.forms):
        whys.append("an upload gives no part of the credit")
    return Converted("fill in the blank", "; ".join(whys), changes_score=True)


def _number(key: NumberKey) -> Outcome:
    first, *others = key.intervals
    if first.credit == 1 and not any(interval.credit for interval in others):
        return Exact()
    return Converted("numeric", "Blackboard gives credit for one answer with one tolerance", changes_score=True)


def _too_many(answers: int) -> Outcome | None:
    if answers <= MOST_ANSWERS:
        return None
    return Dropped(f"it has {answers} answers, and Blackboard takes {MOST_ANSWERS}")
