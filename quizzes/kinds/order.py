"""Order: put steps in their right order."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Literal

from msgspec import Struct

from quizzes.interactions import Option, Order, OrderKey, Part, Rule
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


class StepText(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One step; its feedback says why it stands where it stands."""

    id: Slug
    text: Words
    feedback: Owed = ""


class OrderSteps(Authored, frozen=True, kw_only=True, tag="order"):
    """Steps, authored in the right order; by position, each step in its right place is worth 1/n."""

    steps: tuple[StepText, ...]
    credit: Literal["exact", "by-position"]
    misconception: str = ""

    def problems(self) -> Iterator[Problem]:
        """Yield faults of the steps."""
        if len(self.steps) < FEWEST:
            yield Problem(("steps",), f"item “{self.id}” needs at least {FEWEST} steps")
        yield from repeated((("steps", n, "id"), step.id) for n, step in enumerate(self.steps))
        yield from repeated_texts((("steps", n, "text"), step.text) for n, step in enumerate(self.steps))

    def part(self) -> Part:
        """Return an order whose options stand sorted by key."""
        options = (Option(self.key_of(step.id), step.text.strip()) for step in self.steps)
        return Part(
            key=PART,
            interaction=Order(options=tuple(sorted(options, key=lambda option: option.key))),
            answer=OrderKey(
                correct=self._correct(),
                rule=Rule.BY_PART if self.credit == "by-position" else Rule.ALL_OR_NOTHING,
            ),
            feedback=said((self.key_of(step.id), step.feedback) for step in self.steps),
            misconceptions={self.key_of(step.id): self.misconception for step in self.steps if self.misconception},
        )

    def specimens(self) -> Iterator[Specimen]:
        """Yield the right order, each two neighbours swapped, and all shifted by one."""
        right = list(self._correct())
        count = len(right)
        yield Specimen("right", {PART: list(right)}, Fraction(1))
        swapped_score = Fraction(count - 2, count) if self.credit == "by-position" else Fraction(0)
        for n in range(count - 1):
            swapped = [*right[:n], right[n + 1], right[n], *right[n + 2 :]]
            name = f"partly: steps {n + 1} and {n + 2} swapped" if count > FEWEST else "wrong: swapped"
            yield Specimen(name, {PART: list(swapped)}, swapped_score)
        yield Specimen("wrong: all shifted by one", {PART: [*right[1:], right[0]]}, Fraction(0))
        yield from blank_and_unreadable([right[0]])

    def _correct(self) -> tuple[str, ...]:
        return tuple(self.key_of(step.id) for step in self.steps)
