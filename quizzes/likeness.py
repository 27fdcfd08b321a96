"""What a part asks and how it scores, told by its texts and not by its keys: equal for questions that are alike."""

from fractions import Fraction
from typing import assert_never

from quizzes.interactions import (
    ChoiceKey,
    Credit,
    GapKey,
    Interaction,
    JudgedKey,
    MatchKey,
    NumberKey,
    OrderKey,
    Part,
    Rule,
    TextKey,
)

Likeness = tuple[object, ...]
FULL = Fraction(1)


def likeness(part: Part) -> Likeness:
    """Return a value that is equal for two parts in which each answer earns the same."""
    texts, key = option_texts(part.interaction), part.answer
    match key:
        case ChoiceKey(correct=correct, credit=credit, rule=rule):
            is_one = getattr(part.interaction, "max_choices", 1) == 1
            if is_one or rule is Rule.BY_PART:
                scored = [(text, _within(credit.get(name, Fraction(0)), is_one)) for name, text in texts.items()]
            else:
                scored = [(text, Fraction(name in correct)) for name, text in texts.items()]
            return "choice", is_one, is_one or rule, tuple(scored)
        case MatchKey(rule=rule) | GapKey(rule=rule):
            return "pairs", rule, _rows(key, texts)
        case OrderKey(correct=steps, rule=rule):
            return "order", rule, tuple(texts[step] for step in steps)
        case TextKey(forms=forms):
            accepted = tuple((frozenset(form.texts), form.credit) for form in forms)
            return "text", key.case_sensitive, key.spaces, accepted
        case NumberKey(intervals=intervals):
            return "number", tuple((one.low, one.high, one.credit) for one in intervals)
        case JudgedKey():
            return ("judged",)
        case _:
            assert_never(key)


def option_texts(interaction: Interaction) -> dict[str, str]:
    """Return the text of each option, source or target by its key; an option of a gap is `gap/option`."""
    found: dict[str, str] = {}
    for group in ("options", "sources", "targets"):
        found |= {option.key: option.text for option in getattr(interaction, group, ())}
    for gap in getattr(interaction, "gaps", ()):
        found |= {f"{gap.key}/{option.key}": option.text for option in gap.options}
    return found


def _rows(key: MatchKey | GapKey, texts: dict[str, str]) -> tuple[object, ...]:
    """Return for each source or gap, in its order, what its right and its partly right answers earn."""
    rows: list[object] = []
    for source, right in key.correct.items():
        row: Credit = key.credit.get(source, {}) if key.rule is Rule.BY_PART else {right: FULL}
        prefix = "" if isinstance(key, MatchKey) else f"{source}/"
        rows.append(
            (texts.get(source, ""), frozenset((texts[prefix + name], share) for name, share in row.items() if share))
        )
    return tuple(rows)


def _within(share: Fraction, is_one: bool) -> Fraction:
    return min(FULL, max(Fraction(0), share)) if is_one else share
