"""Match: give each thing on the left its one partner on the right."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import chain
from typing import Literal

from msgspec import Struct

from quizzes.interactions import Match, MatchKey, Option, Part, Rule
from quizzes.kinds.base import (
    FEWEST,
    PART,
    Authored,
    Owed,
    Problem,
    Slug,
    Specimen,
    Words,
    blank_and_unreadable,
    repeated,
    said,
)
from quizzes.kinds.options import repeated_texts


class Pair(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Two sides that belong together; `misconception` is held by who gives the left another right."""

    id: Slug
    left: Words
    right: Words
    feedback: Owed = ""
    misconception: str = ""


class Extra(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something on the right that belongs to nothing."""

    id: Slug
    right: Words
    feedback: str = ""


class MatchPairs(Authored, frozen=True, kw_only=True, tag="match"):
    """Each pair is worth 1/n by pair; each right side is used once."""

    pairs: tuple[Pair, ...]
    credit: Literal["all-or-nothing", "by-pair"]
    extra: tuple[Extra, ...] = ()

    def problems(self) -> Iterator[Problem]:
        """Yield faults of the pairs."""
        if len(self.pairs) < FEWEST:
            yield Problem(("pairs",), f"item “{self.id}” needs at least {FEWEST} pairs")
        pairs, extra = list(enumerate(self.pairs)), list(enumerate(self.extra))
        yield from repeated(
            chain(
                ((("pairs", n, "id"), one.id) for n, one in pairs), ((("extra", n, "id"), one.id) for n, one in extra)
            )
        )
        yield from repeated_texts((("pairs", n, "left"), pair.left) for n, pair in pairs)
        yield from repeated_texts(
            chain(
                ((("pairs", n, "right"), one.right) for n, one in pairs),
                ((("extra", n, "right"), one.right) for n, one in extra),
            )
        )

    def part(self) -> Part:
        """Return a match whose targets take one source each."""
        share, correct = Fraction(1, len(self.pairs)), self._correct()
        rights = [(pair.id, pair.right) for pair in self.pairs] + [(extra.id, extra.right) for extra in self.extra]
        return Part(
            key=PART,
            interaction=Match(
                sources=tuple(Option(self._left(pair.id), pair.left.strip()) for pair in self.pairs),
                # Sorted by key, which says nothing: the authored order would show the pairs.
                targets=tuple(
                    sorted((Option(self._right(n), text.strip()) for n, text in rights), key=lambda o: o.key)
                ),
            ),
            answer=MatchKey(
                correct=correct,
                credit={left: {right: share} for left, right in correct.items()},
                rule=Rule.BY_PART if self.credit == "by-pair" else Rule.ALL_OR_NOTHING,
            ),
            feedback=said(
                [(self._left(pair.id), pair.feedback) for pair in self.pairs]
                + [(self._right(extra.id), extra.feedback) for extra in self.extra]
            ),
            misconceptions={self._left(pair.id): pair.misconception for pair in self.pairs if pair.misconception},
        )

    def specimens(self) -> Iterator[Specimen]:
        """Yield all right, one alone, two swapped, and all shifted by one."""
        right = self._correct()
        lefts, rights = list(right), list(right.values())
        count, by_pair = len(right), self.credit == "by-pair"
        yield Specimen("right", {PART: dict(right)}, Fraction(1))
        alone = Fraction(1, count) if by_pair else Fraction(0)
        yield Specimen("partly: one pair", {PART: {lefts[0]: rights[0]}}, alone)
        swapped = dict(right) | {lefts[0]: rights[1], lefts[1]: rights[0]}
        yield Specimen(
            "partly: two swapped", {PART: dict(swapped)}, Fraction(count - 2, count) if by_pair else Fraction(0)
        )
        shifted = dict(zip(lefts, [*rights[1:], rights[0]], strict=True))
        yield Specimen("wrong: all shifted by one", {PART: dict(shifted)}, Fraction(0))
        yield from blank_and_unreadable({lefts[0]: rights[0], lefts[1]: rights[0]})

    def _correct(self) -> dict[str, str]:
        return {self._left(pair.id): self._right(pair.id) for pair in self.pairs}

    def _left(self, name: str) -> str:
        return self.key_of("left", name)

    def _right(self, name: str) -> str:
        return self.key_of("right", name)
