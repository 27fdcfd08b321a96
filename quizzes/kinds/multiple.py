"""Multiple choice: any number of options."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Annotated, Literal

import msgspec

from quizzes.interactions import Choice, ChoiceKey, Part, Rule
from quizzes.kinds.base import FEWEST, PART, Authored, Problem, Specimen, blank_and_unreadable, said
from quizzes.kinds.options import FULL, NOTHING, AuthoredOption, lowered, option_problems
from quizzes.kinds.shares import share_of


class Multiple(Authored, frozen=True, kw_only=True, tag="multiple"):
    """Choose all that hold.

    By option: with R right and W wrong options, a right one adds 1/R and a wrong one takes 1/W, not below 0,
    so that choosing everything earns nothing. By weight: each adds the credit that is written beside it, and the
    sum is kept from 0 to 1. `at_most` limits how many can be chosen; 0 is any number.
    """

    options: tuple[AuthoredOption, ...]
    credit: Literal["all-or-nothing", "by-option", "by-weight"]
    shuffle: bool = True
    at_most: Annotated[int, msgspec.Meta(ge=0, le=100)] = 0

    def problems(self) -> Iterator[Problem]:
        """Yield faults of the options."""
        yield from option_problems(("options",), self.options, f"item “{self.id}”")
        if not self._right():
            yield Problem(("options",), f"item “{self.id}” has no correct option; mark some with correct: true")
        if self._right() and not self._wrong():
            yield Problem(
                ("options",), f"item “{self.id}” has no wrong option, so choosing everything is right; add one"
            )
        yield from self._weight_problems()
        if self.at_most and self.at_most < max(len(self._right()), FEWEST):
            yield Problem(("at_most",), f"item “{self.id}” lets so few be chosen that not all right ones can be")

    def _weight_problems(self) -> Iterator[Problem]:
        for n, option in enumerate(self.options):
            if option.credit and self.credit != "by-weight":
                yield Problem(
                    ("options", n, "credit"), "an option's credit counts only with credit: by-weight; drop it"
                )
        if self.credit == "by-weight" and sum(self._credits()[key] for key in self._right()) < 1:
            message = f"the credits of the right options of item “{self.id}” don't add up to 100; raise them"
            yield Problem(("options",), message)

    def part(self) -> Part:
        """Return a choice of any number."""
        credit = self._credits()
        return Part(
            key=PART,
            interaction=Choice(lowered(self, self.options), max_choices=self.at_most, shuffle=self.shuffle),
            answer=ChoiceKey(
                correct=frozenset(self._right()),
                credit={self.key_of(option.id): credit[self.key_of(option.id)] for option in self.options},
                rule=Rule.ALL_OR_NOTHING if self.credit == "all-or-nothing" else Rule.BY_PART,
            ),
            feedback=said((self.key_of(option.id), option.feedback) for option in self.options),
            misconceptions={self.key_of(o.id): o.misconception for o in self.options if o.misconception},
        )

    def specimens(self) -> Iterator[Specimen]:
        """Yield all right ones, each alone, with one wrong one, all wrong ones, and everything."""
        right, wrong = self._right(), self._wrong()
        yield self._specimen("right", right)
        if len(right) > 1:
            for number, key in enumerate(right, 1):
                yield self._specimen(f"partly: right option {number} alone", [key])
        for number, key in enumerate(wrong, 1):
            yield self._specimen(f"partly: all right and wrong option {number}", [*right, key])
        yield self._specimen("wrong: all wrong options", wrong)
        yield self._specimen("wrong: everything", [*right, *wrong])
        yield from blank_and_unreadable(["no-such-option"])

    def _specimen(self, name: str, chosen: list[str]) -> Specimen:
        if self.at_most and len(chosen) > self.at_most:
            return Specimen(f"unreadable: {name}", {PART: [*chosen]}, None)
        if self.credit == "all-or-nothing":
            return Specimen(name, {PART: [*chosen]}, Fraction(set(chosen) == set(self._right())))
        shares = self._credits()
        return Specimen(name, {PART: [*chosen]}, min(FULL, max(NOTHING, sum((shares[key] for key in chosen), NOTHING))))

    def _credits(self) -> dict[str, Fraction]:
        if self.credit == "by-weight":
            return {self.key_of(option.id): share_of(option.credit) or NOTHING for option in self.options}
        right, wrong = self._right(), self._wrong()
        return {key: Fraction(1, len(right)) for key in right} | {key: -Fraction(1, len(wrong)) for key in wrong}

    def _right(self) -> list[str]:
        return [self.key_of(option.id) for option in self.options if option.correct]

    def _wrong(self) -> list[str]:
        return [self.key_of(option.id) for option in self.options if not option.correct]
