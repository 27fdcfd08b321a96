"""Response to score: one match over the closed language. It knows no kind, no database and no clock."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Literal, assert_never

from quizzes.interactions import (
    ChoiceKey,
    Form,
    GapKey,
    Interval,
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
from quizzes.responses import Blank, Chosen, Number, Ordered, Paired, Response, Unreadable, Written, read

NOTHING, FULL = Fraction(0), Fraction(1)


class State(StrEnum):
    """What became of one element of a part."""

    RIGHT = "right"  # chosen or placed, and right
    WRONG = "wrong"  # chosen or placed, and wrong
    MISSED = "missed"  # right, but not chosen or left empty
    LEFT = "left"  # wrong, and rightly not chosen


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of an option, source, gap, position or form.

    `element` keys the part's feedback. `given` and `correct` are the keys of what was put there and what
    belongs there (for a choice, the option itself).
    """

    element: str
    state: State
    given: str | None
    correct: str | None


@dataclass(frozen=True, slots=True)
class GradedPart:
    """A part's score from 0 to 1 and the verdict on each of its elements."""

    key: str
    score: Fraction
    verdicts: tuple[Verdict, ...]


@dataclass(frozen=True, slots=True)
class Graded:
    """An item's score from 0 to 1: the mean of its parts."""

    score: Fraction
    parts: tuple[GradedPart, ...]
    blank: bool


def grade(item: Item, raw: object) -> Graded | Unreadable:
    """Grade a raw response to an item; blank scores 0, and what can't be read is not graded at all."""
    responses = read(item, raw)
    if isinstance(responses, Unreadable):
        return responses
    parts = tuple(grade_part(part, responses[part.key]) for part in item.parts)
    return Graded(
        score=sum((part.score for part in parts), NOTHING) / len(parts),
        parts=parts,
        blank=all(isinstance(response, Blank) for response in responses.values()),
    )


def grade_part(part: Part, response: Response) -> GradedPart:
    """Score one part. Raises TypeError for a response that was not read against this part."""
    key: Key = part.answer
    match key, response:
        case ChoiceKey(), Chosen() | Blank():
            chosen = response.keys if isinstance(response, Chosen) else frozenset()
            return GradedPart(part.key, _choice_score(key, chosen), _choice_verdicts(key, chosen))
        case MatchKey() | GapKey(), Paired() | Blank():
            pairs = response.pairs if isinstance(response, Paired) else {}
            return GradedPart(part.key, _pair_score(key, pairs), _pair_verdicts(key, pairs))
        case OrderKey(), Ordered() | Blank():
            order = response.keys if isinstance(response, Ordered) else ()
            return GradedPart(part.key, _order_score(key, order), _order_verdicts(key, order))
        case TextKey(), Written() | Blank():
            text_form = find_form(key, response.text) if isinstance(response, Written) else None
            return _form_part(part.key, text_form, response)
        case NumberKey(), Number() | Blank():
            interval = find_interval(key, response.value) if isinstance(response, Number) else None
            return _form_part(part.key, interval, response)
        case JudgedKey(), Written() | Blank():
            return GradedPart(part.key, NOTHING, ())
        case _:
            raise TypeError(f"part {part.key!r}: {response!r} does not answer a {type(key).__name__}")


def _choice_score(key: ChoiceKey, chosen: frozenset[str]) -> Fraction:
    match key.rule:
        case Rule.ALL_OR_NOTHING:
            return FULL if chosen == key.correct else NOTHING
        case Rule.BY_PART:
            return _bounded(sum((key.credit.get(option, NOTHING) for option in chosen), NOTHING))
        case _:
            assert_never(key.rule)


def _choice_verdicts(key: ChoiceKey, chosen: frozenset[str]) -> tuple[Verdict, ...]:
    def state(option: str) -> State:
        if option in key.correct:
            return State.RIGHT if option in chosen else State.MISSED
        return State.WRONG if option in chosen else State.LEFT

    return tuple(
        Verdict(option, state(option), option if option in chosen else None, option if option in key.correct else None)
        for option in key.credit
    )


def _pair_score(key: MatchKey | GapKey, pairs: Mapping[str, str]) -> Fraction:
    match key.rule:
        case Rule.ALL_OR_NOTHING:
            return FULL if dict(pairs) == key.correct else NOTHING
        case Rule.BY_PART:
            shares = (key.credit.get(source, {}).get(target, NOTHING) for source, target in pairs.items())
            return _bounded(sum(shares, NOTHING))
        case _:
            assert_never(key.rule)


def _pair_verdicts(key: MatchKey | GapKey, pairs: Mapping[str, str]) -> tuple[Verdict, ...]:
    """One verdict a source or gap, in the key's order; a source that belongs nowhere is right when left empty."""

    def state(source: str) -> State:
        given = pairs.get(source)
        if given is None:
            return State.MISSED if source in key.correct else State.LEFT
        return State.RIGHT if given == key.correct.get(source) else State.WRONG

    return tuple(
        Verdict(source, state(source), pairs.get(source), key.correct.get(source))
        for source in dict.fromkeys([*key.correct, *pairs])
    )


def _order_score(key: OrderKey, order: tuple[str, ...]) -> Fraction:
    match key.rule:
        case Rule.ALL_OR_NOTHING:
            return FULL if order == key.correct else NOTHING
        case Rule.BY_PART:
            in_place = sum(given == right for given, right in zip(order, key.correct, strict=False))
            return Fraction(in_place, len(key.correct))
        case _:
            assert_never(key.rule)


def _order_verdicts(key: OrderKey, order: tuple[str, ...]) -> tuple[Verdict, ...]:
    """One verdict a position, first to last: what stands there and what belongs there."""
    if not order:
        return tuple(Verdict(right, State.MISSED, None, right) for right in key.correct)
    return tuple(
        Verdict(given, State.RIGHT if given == right else State.WRONG, given, right)
        for given, right in zip(order, key.correct, strict=True)
    )


def _form_part(part: str, found: Form | Interval | None, response: Response) -> GradedPart:
    if isinstance(response, Blank):
        return GradedPart(part, NOTHING, (Verdict("", State.MISSED, None, None),))
    if found is None:
        return GradedPart(part, NOTHING, (Verdict("", State.WRONG, "", None),))
    state = State.RIGHT if found.credit == FULL else State.WRONG
    return GradedPart(part, found.credit, (Verdict(found.key, state, found.key, None),))


def find_form(key: TextKey, text: str) -> Form | None:
    """Return the first form that has this text, both folded alike."""
    written = fold(text, key.case_sensitive, key.spaces)
    for form in key.forms:
        if any(fold(accepted, key.case_sensitive, key.spaces) == written for accepted in form.texts):
            return form
    return None


def fold(text: str, case_sensitive: bool, spaces: Literal["collapse", "remove", "exact"]) -> str:
    """Return a text as it is compared, with case and spaces as asked.

    It is in Unicode NFKC, with typographic quotes and dashes made plain and unseen characters removed.
    """
    folded = unicodedata.normalize("NFKC", text).translate(_PLAIN)
    match spaces:
        case "collapse":
            folded = re.sub(r"\s+", " ", folded).strip()
        case "remove":
            folded = re.sub(r"\s+", "", folded)
        case "exact":
            pass
        case _:
            assert_never(spaces)
    return folded if case_sensitive else folded.casefold()


_QUOTES = {"‘": "'", "’": "'", "“": '"', "”": '"'}
_DASHES = dict.fromkeys("−‐‑–—", "-")
_UNSEEN = dict.fromkeys("\u00ad\u200b\u2060\ufeff")  # Soft hyphen and spaces of no width, which come with pasted text.
_PLAIN = str.maketrans(_QUOTES | _DASHES | _UNSEEN)


def find_interval(key: NumberKey, value: Decimal) -> Interval | None:
    """Return the first interval that has this number."""
    return next((interval for interval in key.intervals if interval.low <= value <= interval.high), None)


def _bounded(score: Fraction) -> Fraction:
    return min(FULL, max(NOTHING, score))
