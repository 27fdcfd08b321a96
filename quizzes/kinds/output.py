"""Predict the output of a program: choose it, or type it."""

from collections.abc import Iterator

from quizzes.interactions import Choice, Part, TextEntry
from quizzes.kinds.base import PART, Authored, Problem, Specimen, Words, said
from quizzes.kinds.entries import NearText, near_key, text_key, text_problems, text_specimens
from quizzes.kinds.options import AuthoredOption, lowered, one_correct, option_problems, single_part, single_specimens


class Output(Authored, frozen=True, kw_only=True, tag="output"):
    """A program, and either options (each text is printed output, not Markdown) or texts to accept.

    A typed output must have the right case; runs of spaces count as one.
    """

    code: Words
    language: str = "python"
    options: tuple[AuthoredOption, ...] = ()
    accept: tuple[Words, ...] = ()
    near: tuple[NearText, ...] = ()

    def problems(self) -> Iterator[Problem]:
        """Yield a mix of both forms, or neither, and faults of the one used."""
        if bool(self.options) == bool(self.accept):
            yield Problem((), f"item “{self.id}” needs either options or accept")
        if self.options:
            yield from option_problems(("options",), self.options, f"item “{self.id}”")
            yield from one_correct(("options",), self.options, f"item “{self.id}”")
            if self.near or self.feedback:
                yield Problem((), f"item “{self.id}” has options, so near and feedback say nothing; drop them")
        elif self.accept:
            yield from text_problems(self, self.accept, self.near, case_sensitive=True, spaces="collapse")
            if self.feedback is None:
                yield Problem((), f"item “{self.id}” lacks the key “feedback”; add right and wrong under it")

    def part(self) -> Part:
        """Return a choice of outputs, or a text entry in monospace."""
        if self.options:
            return single_part(self, self.options, Choice(lowered(self, self.options), form="output"))
        longest = max(len(text) for text in self.accept)
        return Part(
            key=PART,
            interaction=TextEntry(expected_length=max(12, longest + 4), monospace=True),
            answer=text_key(self.accept, self.near, case_sensitive=True, spaces="collapse"),
            feedback=said((near_key(n), known.feedback) for n, known in enumerate(self.near)),
            misconceptions={
                near_key(n): known.misconception for n, known in enumerate(self.near) if known.misconception
            },
        )

    def specimens(self) -> Iterator[Specimen]:
        """Yield each option, or each text."""
        if self.options:
            yield from single_specimens(self, self.options)
        else:
            yield from text_specimens(PART, self.accept, self.near)

    def full_prompt(self) -> str:
        """Return the prompt with the program below it."""
        return f"{self.prompt.strip()}\n\n```{self.language}\n{self.code.rstrip()}\n```"
