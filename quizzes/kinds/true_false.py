"""True or false."""

from collections.abc import Iterator
from fractions import Fraction

from quizzes.interactions import Choice, ChoiceKey, Option, Part, Rule
from quizzes.kinds.base import PART, Authored, Owed, Problem, Specimen, blank_and_unreadable, said


class TrueFalse(Authored, frozen=True, kw_only=True, tag="true-false"):
    """A statement in the prompt that is true or false; its options always stand in this order."""

    answer: bool
    if_true: Owed = ""
    if_false: Owed = ""
    misconception: str = ""

    def problems(self) -> Iterator[Problem]:
        """Yield nothing: the shape says it all."""
        yield from ()

    def part(self) -> Part:
        """Return a choice of two; its keys are the plain words, which give nothing away."""
        right, wrong = ("true", "false") if self.answer else ("false", "true")
        return Part(
            key=PART,
            interaction=Choice(options=(Option("true", "True"), Option("false", "False")), shuffle=False),
            answer=ChoiceKey(
                correct=frozenset({right}),
                credit={"true": Fraction(self.answer), "false": Fraction(not self.answer)},
                rule=Rule.ALL_OR_NOTHING,
            ),
            feedback=said([("true", self.if_true), ("false", self.if_false)]),
            misconceptions={wrong: self.misconception} if self.misconception else {},
        )

    def specimens(self) -> Iterator[Specimen]:
        """Yield both answers, blank and unreadable."""
        yield Specimen("right", {PART: ["true" if self.answer else "false"]}, Fraction(1))
        yield Specimen("wrong", {PART: ["false" if self.answer else "true"]}, Fraction(0))
        yield from blank_and_unreadable(["true", "false"])
