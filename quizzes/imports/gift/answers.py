"""What stands between the braces of a GIFT question, told by its marks as Moodle tells it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from quizzes.imports.drafts import Draft, decimal, percentage
from quizzes.imports.gift.escapes import formatted, markdown, shown
from quizzes.imports.limits import RefusedError
from quizzes.imports.moodle_answers import AnyNumber, around, measured, one_choice, told_unit, written
from quizzes.imports.parts import FULL, NOTHING, Answer, Ranged, matched, some_of
from quizzes.imports.parts import true_false as true_false_part
from quizzes.interactions import Part

MOST_ANSWERS = 500
PAIR = "->"
FEW = 2
_WEIGHT = re.compile(r"%(-?[0-9]{1,3}(?:\.[0-9]*)?)%")
_TRUTH = {"T": True, "TRUE": True, "F": False, "FALSE": False}


@dataclass(frozen=True, slots=True)
class Given:
    """One answer, its escaped characters hidden; `feedback` is Markdown."""

    text: str
    share: Fraction
    feedback: str


def part_of(draft: Draft, inside: str, default: str) -> Part:
    """Return the part that the text inside the braces makes; `default` is the format of its texts."""
    if not inside:
        raise RefusedError("a person must grade an essay, which quizzes here can’t ask for")
    if inside.startswith("#"):
        return _numerical(draft, inside[1:], default)
    if "~" in inside:
        return _choice(draft, inside, default)
    if "=" in inside and PAIR in inside:
        return _matching(draft, inside, default)
    truth = inside.partition("#")[0].strip()
    if truth.upper() in _TRUTH:
        if truth not in _TRUTH:
            draft.change("true or false, where Moodle asks for the word to be typed")
        return _true_false(draft, inside, default)
    answers = _given(draft, _pieces(inside, "="), default, FULL)
    return written(draft, [_bare(one) for one in answers], case_sensitive=False)


def _true_false(draft: Draft, inside: str, default: str) -> Part:
    truth, wrong, right = (*inside.split("#", 2), "", "")[:3]
    answer = _TRUTH[truth.strip().upper()]
    if_wrong, if_right = (markdown(draft.texts, said, default) for said in (wrong, right))
    return true_false_part(answer, *((if_right, if_wrong) if answer else (if_wrong, if_right)))


def _choice(draft: Draft, inside: str, default: str) -> Part:
    """Return a choice: of one where an answer has `=`, else of several by their weights."""
    pieces = _pieces(inside.replace("=", "~="), "~")
    marked = [f"%100%{piece[1:]}" if piece.startswith("=") else piece for piece in pieces]
    answers = [
        Answer("", markdown(draft.texts, one.text, default), one.share, one.feedback)
        for one in _given(draft, marked, default, NOTHING)
    ]
    if len(answers) < FEW:
        raise RefusedError("it has one option; it needs two")
    return one_choice(draft, answers) if "=" in inside else some_of(answers)


def _matching(draft: Draft, inside: str, default: str) -> Part:
    pairs, extra = [], []
    for piece in _pieces(inside, "="):
        left, arrow, right = piece.partition(PAIR)
        if not arrow:
            raise RefusedError(f"“{shown(piece)[:40]}” has no “->”, and its other answers are pairs")
        source, target = markdown(draft.texts, left, default), draft.texts.moodle(shown(right))
        if not target:
            raise RefusedError(f"“{shown(left)[:40]}” belongs to nothing")
        if source:
            pairs.append((source, target))
        else:
            extra.append(target)
    return matched(pairs, extra)


def _numerical(draft: Draft, inside: str, default: str) -> Part:
    inside, tilde, rest = inside.partition("~")
    found: list[Ranged | AnyNumber] = [_number(one) for one in _given(draft, _pieces(inside, "="), default, FULL)]
    if not found:
        raise RefusedError("it has no number")
    if tilde:
        said = markdown(draft.texts, rest.partition("#")[2], default)
        found.append(AnyNumber(NOTHING, said))
    return measured(draft, found, told_unit(draft))


def _number(answer: Given) -> Ranged | AnyNumber:
    text = shown(answer.text)
    low, dots, high = text.partition("..")
    if dots and low:
        ends = sorted((decimal(low), decimal(high)))
        return Ranged(ends[0], ends[1], max(answer.share, NOTHING), answer.feedback)
    centre, _, reach = text.partition(":")
    return around(centre, reach, answer.share, answer.feedback)


def _bare(answer: Given) -> Answer:
    return Answer("", shown(formatted(answer.text, "")[1]), answer.share, answer.feedback)


def _given(draft: Draft, pieces: Sequence[str], default: str, share: Fraction) -> Iterator[Given]:
    """Yield the answers; `share` is what one without a weight earns."""
    for piece in pieces:
        weight = _WEIGHT.match(piece)
        if piece.startswith("%") and not weight:
            raise RefusedError(f"“{shown(piece)[:20]}” has no weight that can be read")
        rest = piece[weight.end() :] if weight else piece
        text, _, said = rest.partition("#")
        yield Given(
            text.strip(),
            percentage(weight[1]) if weight else share,
            markdown(draft.texts, said, default),
        )


def _pieces(text: str, mark: str) -> list[str]:
    """Return what stands between marks. What stands before the first is an answer too, as in Moodle."""
    if text.count(mark) > MOST_ANSWERS:
        raise RefusedError(f"it has more than {MOST_ANSWERS} answers")
    first, *others = text.split(mark)
    return [piece.strip() for piece in ([first, *others] if first.strip() else others)]
