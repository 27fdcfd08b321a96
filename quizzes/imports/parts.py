"""Parts of a question in the closed language, made from what formats have in common: options, pairs, steps, forms."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from quizzes.grading import fold
from quizzes.imports.limits import RefusedError
from quizzes.imports.names import Names, letters
from quizzes.interactions import (
    Choice,
    ChoiceKey,
    Form,
    Gap,
    GapKey,
    GapSelect,
    Interval,
    Match,
    MatchKey,
    NumberEntry,
    NumberKey,
    Option,
    Order,
    OrderKey,
    Part,
    Rule,
    TextEntry,
    TextKey,
)

Spaces = Literal["collapse", "remove", "exact"]
PART = "answer"
FULL, NOTHING = Fraction(1), Fraction(0)
NARROW, MARGIN = 12, 4  # The width of a field, in characters: at least, and beyond the longest answer.


@dataclass(frozen=True, slots=True)
class Answer:
    """Something to choose; `name` is what the source calls it, `share` what choosing it earns."""

    name: str
    text: str
    share: Fraction
    feedback: str = ""


@dataclass(frozen=True, slots=True)
class Typed:
    """Texts that count as one answer."""

    texts: tuple[str, ...]
    share: Fraction
    feedback: str = ""


@dataclass(frozen=True, slots=True)
class Ranged:
    """Numbers that count as one answer, both ends included."""

    low: Decimal
    high: Decimal
    share: Fraction
    feedback: str = ""


def true_false(answer: bool, if_true: str, if_false: str) -> Part:
    """Return the part of a statement that is true or false."""
    return Part(
        key=PART,
        interaction=Choice((Option("true", "True"), Option("false", "False")), shuffle=False),
        answer=ChoiceKey(
            frozenset({"true" if answer else "false"}),
            {"true": Fraction(answer), "false": Fraction(not answer)},
            Rule.ALL_OR_NOTHING,
        ),
        feedback=_said({"true": if_true, "false": if_false}),
    )


def one_of(answers: Sequence[Answer], *, shuffle: bool = True) -> Part:
    """Return a choice of one; a share below nothing counts as nothing. Raises RefusedError where none is right."""
    keys = _keys(answers)
    credit = {key: min(FULL, max(NOTHING, answer.share)) for key, answer in zip(keys, answers, strict=True)}
    correct = frozenset(key for key, share in credit.items() if share == FULL)
    if not correct:
        raise RefusedError("none of its options is fully right")
    partly = any(NOTHING < share < FULL for share in credit.values())
    rule = Rule.BY_PART if partly or len(correct) > 1 else Rule.ALL_OR_NOTHING
    return _choice(keys, answers, 1, shuffle, ChoiceKey(correct, credit, rule))


def some_of(answers: Sequence[Answer], *, rule: Rule = Rule.BY_PART, at_most: int = 0, shuffle: bool = True) -> Part:
    """Return a choice of several; all or nothing, those with a share above nothing are right."""
    keys = _keys(answers)
    credit = {key: answer.share for key, answer in zip(keys, answers, strict=True)}
    correct = frozenset(key for key, share in credit.items() if share > 0)
    if not correct:
        raise RefusedError("none of its options is right")
    if rule is Rule.ALL_OR_NOTHING:
        wrong = len(keys) - len(correct)
        credit = {key: Fraction(1, len(correct)) if key in correct else -Fraction(1, wrong) for key in keys}
    return _choice(keys, answers, at_most, shuffle, ChoiceKey(correct, credit, rule))


def matched(
    pairs: Sequence[tuple[str, str]],
    extra: Sequence[str] = (),
    *,
    rule: Rule = Rule.BY_PART,
    feedback: Mapping[int, str] | None = None,
    once: bool | None = None,
) -> Part:
    """Return a match of left texts with right ones; equal right texts are one target.

    A target takes one source, unless two pairs share it or `once` says otherwise.
    """
    rights = list(dict.fromkeys([*(right for _, right in pairs), *extra]))
    keys = {right: f"r-{letters(n)}" for n, right in enumerate(rights)}
    correct = {f"l-{letters(n)}": keys[right] for n, (_, right) in enumerate(pairs)}
    if not correct:
        raise RefusedError("it has nothing to match")
    is_shared = len(set(correct.values())) < len(correct)
    share = Fraction(1, len(correct))
    return Part(
        key=PART,
        interaction=Match(
            tuple(Option(f"l-{letters(n)}", left) for n, (left, _) in enumerate(pairs)),
            tuple(Option(key, right) for right, key in keys.items()),
            target_max=0 if is_shared or once is False else 1,
        ),
        answer=MatchKey(correct, {left: {right: share} for left, right in correct.items()}, rule),
        feedback=_said({f"l-{letters(n)}": text for n, text in (feedback or {}).items()}),
    )


def ordered(steps: Sequence[Answer], rule: Rule = Rule.BY_PART) -> Part:
    """Return an order of steps, given as they belong."""
    keys = _keys(steps)
    options = (Option(key, step.text) for key, step in zip(keys, steps, strict=True))
    feedback = {key: step.feedback for key, step in zip(keys, steps, strict=True)}
    return Part(PART, Order(tuple(sorted(options, key=lambda one: one.key))), OrderKey(keys, rule), _said(feedback))


def gapped(text: str, gaps: Mapping[str, Sequence[Answer]], *, rule: Rule = Rule.BY_PART, shuffle: bool = True) -> Part:
    """Return a text with dropdowns, each worth the same; one option of each is right."""
    made: list[Gap] = []
    correct: dict[str, str] = {}
    credit: dict[str, dict[str, Fraction]] = {}
    feedback: dict[str, str] = {}
    for name, answers in gaps.items():
        keys = _keys(answers)
        right = [key for key, answer in zip(keys, answers, strict=True) if answer.share == FULL]
        if len(right) != 1:
            raise RefusedError(f"a gap of it has {len(right) or 'no'} right options, and must have one")
        made.append(Gap(name, tuple(Option(key, one.text) for key, one in zip(keys, answers, strict=True))))
        correct[name] = right[0]
        shares = {key: one.share / len(gaps) for key, one in zip(keys, answers, strict=True)}
        credit[name] = {key: share for key, share in shares.items() if share > 0}
        feedback |= {f"{name}/{key}": one.feedback for key, one in zip(keys, answers, strict=True)}
    return Part(PART, GapSelect(text, tuple(made), shuffle), GapKey(correct, credit, rule), _said(feedback))


def typed(forms: Sequence[Typed], *, case_sensitive: bool, spaces: Spaces = "collapse") -> Part:
    """Return a text entry. Spellings that are compared alike are kept once, with the first form that has them."""
    made: list[Form] = []
    feedback: dict[str, str] = {}
    seen: set[str] = set()
    right = Typed(tuple(text for form in forms if form.share == FULL for text in form.texts), FULL)
    if not any(text.strip() for text in right.texts):
        raise RefusedError("none of its answers is fully right")
    for form in [right, *(form for form in forms if form.share != FULL)]:
        kept = []
        for text in form.texts:
            folded = fold(text, case_sensitive, spaces)
            if folded and folded not in seen:
                seen.add(folded)
                kept.append(text if spaces == "exact" else text.strip())
        if kept:
            key = "right" if form is right else f"near-{len(made)}"
            made.append(Form(key, tuple(kept), form.share))
            feedback[key] = form.feedback
    longest = max(len(text) for text in made[0].texts)
    return Part(
        PART,
        TextEntry(expected_length=max(NARROW, longest + MARGIN)),
        TextKey(tuple(made), case_sensitive=case_sensitive, spaces=spaces),
        _said(feedback),
    )


def numeric(ranges: Sequence[Ranged], unit: str = "") -> Part:
    """Return a number entry whose first range that is fully right has the number to show."""
    right = [one for one in ranges if one.share == FULL]
    if not right:
        raise RefusedError("none of its numbers is fully right")
    if len(right) > 1:
        raise RefusedError("several numbers of it are fully right, and one can be here")
    first = right[0]
    ordered_ranges = [first, *(one for one in ranges if one is not first)]
    if ranges[0] is not first and any(
        one.low <= first.high and one.high >= first.low for one in ranges[: ranges.index(first)]
    ):
        raise RefusedError("a number that is not fully right lies within those that are")
    names = ["right", *(f"near-{n}" for n in range(1, len(ordered_ranges)))]
    return Part(
        PART,
        NumberEntry(unit),
        NumberKey(
            (first.low + first.high) / 2,
            tuple(Interval(key, one.low, one.high, one.share) for key, one in zip(names, ordered_ranges, strict=True)),
        ),
        _said({key: one.feedback for key, one in zip(names[1:], ordered_ranges[1:], strict=True)}),
    )


def _choice(keys: Sequence[str], answers: Sequence[Answer], most: int, shuffle: bool, key: ChoiceKey) -> Part:
    options = tuple(Option(name, answer.text) for name, answer in zip(keys, answers, strict=True))
    feedback = {name: answer.feedback for name, answer in zip(keys, answers, strict=True)}
    return Part(PART, Choice(options, max_choices=most, shuffle=shuffle), key, _said(feedback))


def _keys(answers: Sequence[Answer]) -> tuple[str, ...]:
    """Return a key for each: its own name where all have one, else a letter."""
    names = Names()
    named = all(answer.name for answer in answers)
    return tuple(names.give(answer.name if named else letters(n), letters(n)) for n, answer in enumerate(answers))


def _said(feedback: Mapping[str, str]) -> dict[str, str]:
    return {element: text for element, text in feedback.items() if text.strip()}
