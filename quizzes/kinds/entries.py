"""Typed answers: what numeric, short text and typed output share."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Literal

import msgspec
from msgspec import Struct

from quizzes.grading import fold
from quizzes.interactions import Form, TextKey
from quizzes.kinds.base import Authored, Owed, Problem, Specimen, Words
from quizzes.kinds.shares import Share, share_of
from quizzes.responses import MAX_NUMBER_LENGTH
from quizzes.source import Place

Percent = Annotated[int, msgspec.Meta(ge=0, le=99)]
Spaces = Literal["collapse", "remove", "exact"]
RIGHT = "right"  # the key of the accepted form or interval


class NearText(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A known mistake, or an answer worth part of the credit: a percentage, or a fraction such as `1/3`."""

    texts: tuple[Words, ...]
    feedback: Owed = ""
    misconception: str = ""
    credit: Percent | str = 0

    @property
    def share(self) -> Fraction:
        """Return what it earns."""
        return share_of(self.credit) or Fraction(0)


def near_key(number: int) -> str:
    """Return the key of the n-th known mistake, counted from 0."""
    return f"near-{number + 1}"


def credit_problems(written: Sequence[Share]) -> Iterator[Problem]:
    """Yield credits of known mistakes that are no share, or everything."""
    for n, credit in enumerate(written):
        share = share_of(credit)
        if share is None or not 0 <= share < 1:
            message = f"“{credit}” is no part of the credit; write a percentage from 0 to 99, or a fraction such as 1/3"
            yield Problem(("near", n, "credit"), message)


def text_key(accept: Sequence[str], near: Sequence[NearText], case_sensitive: bool, spaces: Spaces) -> TextKey:
    """Return the key of a typed text."""
    forms = [Form(RIGHT, tuple(accept), Fraction(1))]
    forms += [Form(near_key(n), known.texts, known.share) for n, known in enumerate(near)]
    return TextKey(tuple(forms), case_sensitive=case_sensitive, spaces=spaces)


def text_problems(
    item: Authored, accept: Sequence[str], near: Sequence[NearText], case_sensitive: bool, spaces: Spaces
) -> Iterator[Problem]:
    """Yield an empty list of accepted texts, and texts that another entry already takes."""
    if not accept:
        yield Problem(("accept",), f"item “{item.id}” accepts nothing; list at least one text")
    yield from credit_problems([known.credit for known in near])
    seen: set[str] = set()
    places: list[tuple[Place, str]] = [(("accept", n), text) for n, text in enumerate(accept)]
    places += [(("near", n, "texts", m), text) for n, known in enumerate(near) for m, text in enumerate(known.texts)]
    for place, text in places:
        folded = fold(text, case_sensitive, spaces)
        if not text.strip():
            yield Problem(place, "a blank text can't be given as an answer; drop it")
        if folded in seen:
            yield Problem(place, f"“{text}” is compared as “{folded}”, which an entry before it already takes; drop it")
        seen.add(folded)


def text_specimens(part: str, accept: Sequence[str], near: Sequence[NearText]) -> Iterator[Specimen]:
    """Yield every accepted text, every known mistake, and a text that nobody expects."""
    for number, text in enumerate(accept, 1):
        yield Specimen("right" if number == 1 else f"right: form {number}", {part: text}, Fraction(1))
    for known in near:
        label = "partly" if known.credit else "wrong"
        for text in known.texts:
            yield Specimen(f"{label}: {text}", {part: text}, known.share)
    yield Specimen("wrong", {part: "zzz not this"}, Fraction(0))
    yield Specimen("blank", {}, Fraction(0))
    yield Specimen("blank: spaces", {part: "   "}, Fraction(0))
    yield Specimen("unreadable", {part: ["not", "a", "text"]}, None)


def plain(number: Decimal) -> str:
    """Return a number as people write it: without an exponent, unless it is very long."""
    written = format(number.normalize(), "f")
    return written if len(written) <= MAX_NUMBER_LENGTH else str(number.normalize())
