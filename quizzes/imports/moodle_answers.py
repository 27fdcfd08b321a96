"""Answers as Moodle holds them, each with its fraction, as parts of ours: what Moodle XML and GIFT have in common."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from quizzes.imports.drafts import Draft, decimal
from quizzes.imports.limits import RefusedError
from quizzes.imports.parts import FULL, NOTHING, Answer, Ranged, Typed, numeric, one_of, typed
from quizzes.interactions import Part

ANYTHING = "*"
TYPED = (
    "Typed answers are compared a little more kindly than in Moodle: spaces in a row count as one, "
    "and typographic quotes and dashes as plain ones."
)
_UNIT = re.compile(r"\n\nUnit: ([^\n]{1,60})$")  # how our own exports tell a unit
_WILDCARD = re.compile(r"(?<!\\)\*")


@dataclass(frozen=True, slots=True)
class AnyNumber:
    """What is said, or given, for every number that no range has."""

    share: Fraction
    feedback: str = ""


def one_choice(draft: Draft, answers: Sequence[Answer], *, shuffle: bool = True) -> Part:
    """Return a choice of one."""
    if any(answer.share < 0 for answer in answers):
        draft.change("a wrong option takes nothing away here, where one is chosen", changes_score=True)
    return one_of(answers, shuffle=shuffle)


def written(draft: Draft, answers: Iterable[Answer], *, case_sensitive: bool) -> Part:
    """Return a text entry; what is said of any other answer goes to the draft. Raises RefusedError."""
    forms = []
    for answer in answers:
        text = answer.text.strip()
        if text == ANYTHING and answer.share == 0:
            draft.wrong = answer.feedback or draft.wrong
        elif _WILDCARD.search(text):
            raise RefusedError(f"its answer “{text[:40]}” has a wildcard, which is not read here")
        else:
            forms.append(Typed((text.replace("\\*", "*"),), max(answer.share, NOTHING), answer.feedback))
    _share_feedback(draft, [form.feedback for form in forms if form.share == FULL])
    return typed(_grouped(forms), case_sensitive=case_sensitive)


def around(centre: str, reach: str, share: Fraction, feedback: str = "") -> Ranged | AnyNumber:
    """Return the numbers as far as `reach` from a centre. Raises RefusedError."""
    if centre.strip() == ANYTHING:
        return AnyNumber(share, feedback)
    number_, far = decimal(centre), abs(decimal(reach.strip() or "0"))
    return Ranged(number_ - far, number_ + far, max(share, NOTHING), feedback)


def measured(draft: Draft, answers: Iterable[Ranged | AnyNumber], unit: str = "") -> Part:
    """Return a number entry; what is said of any other number goes to the draft. Raises RefusedError."""
    ranges = []
    for answer in answers:
        if isinstance(answer, Ranged):
            ranges.append(answer)
        elif answer.share:
            raise RefusedError("any number earns something")
        else:
            draft.wrong = answer.feedback or draft.wrong
    _share_feedback(draft, [one.feedback for one in ranges if one.share == FULL])
    return numeric(ranges, unit)


def told_unit(draft: Draft) -> str:
    """Take the unit that the last line of a prompt tells, or return an empty text."""
    found = _UNIT.search(draft.prompt)
    if found is None:
        return ""
    draft.prompt = draft.prompt[: found.start()]
    return found[1].replace("\\", "")


def _grouped(forms: Sequence[Typed]) -> list[Typed]:
    """Return forms in which those with the same share and feedback are one."""
    groups: dict[tuple[Fraction, str], list[str]] = {}
    for form in forms:
        groups.setdefault((form.share, "" if form.share == FULL else form.feedback), []).extend(form.texts)
    return [Typed(tuple(texts), share, feedback) for (share, feedback), texts in groups.items()]


def _share_feedback(draft: Draft, said: Sequence[str]) -> None:
    """Keep what is said of right answers as the words on a right answer."""
    different = list(dict.fromkeys(text for text in said if text))
    if different:
        draft.right = different[0]
    if len(different) > 1:
        draft.texts.lose("the feedback on all right answers but the first")
