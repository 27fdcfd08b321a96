"""Pick the faulty line of a program."""

from collections.abc import Iterator
from fractions import Fraction

import msgspec

from quizzes.interactions import Choice, ChoiceKey, Option, Part, Rule
from quizzes.kinds.base import FEWEST, PART, Authored, Owed, Problem, Specimen, Words, blank_and_unreadable, said
from quizzes.source import Place


class FaultyLine(Authored, frozen=True, kw_only=True, tag="faulty-line"):
    """One line is at fault; lines count from 1, and blank ones can't be picked.

    `misconceptions` names what the pick of a line shows, or with an empty text that it shows none. `misconception` is
    what any other line shows of which `why` speaks. Who picks one of the rest has only not seen the fault.
    """

    code: Words
    fault: int
    why: dict[int, Words]
    otherwise: Owed = ""
    language: str = "python"
    misconception: str = ""
    misconceptions: dict[int, str] = msgspec.field(default_factory=dict)

    def problems(self) -> Iterator[Problem]:
        """Yield line numbers that the program does not have, and misconceptions that no line can show."""
        lines = self._lines()
        named: dict[Place, int] = {("fault",): self.fault}
        named |= {("why", number): number for number in self.why}
        named |= {("misconceptions", number): number for number in self.misconceptions}
        for place, number in named.items():
            if number not in lines:
                yield Problem(place, f"line {number} is blank or not there; the code has lines {_range(lines)}")
        if self.fault in self.misconceptions:
            message = f"line {self.fault} is the fault, so it can't name a misconception"
            yield Problem(("misconceptions", self.fault), message)
        if self.misconception and self.misconception not in self._shown().values():
            message = f"no line shows “{self.misconception}”; say under “why” how one of them tempts, or drop it"
            yield Problem(("misconception",), message)
        if self.fault not in self.why:
            yield Problem(("why",), f"“why” says nothing about the faulty line {self.fault}; add it")
        if len(lines) < FEWEST:
            yield Problem(("code",), f"item “{self.id}” needs at least {FEWEST} lines of code")

    def part(self) -> Part:
        """Return a choice of one among the lines, in their order; a line's number is its key."""
        keys = {number: _key(number) for number in self._lines()}
        return Part(
            key=PART,
            interaction=Choice(
                options=tuple(Option(keys[number], text) for number, text in self._lines().items()),
                shuffle=False,
                form="lines",
                language=self.language,
            ),
            answer=ChoiceKey(
                correct=frozenset({keys[self.fault]}),
                credit={key: Fraction(number == self.fault) for number, key in keys.items()},
                rule=Rule.ALL_OR_NOTHING,
            ),
            feedback=said((key, self.why.get(number, self.otherwise)) for number, key in keys.items()),
            misconceptions={keys[number]: name for number, name in self._shown().items()},
        )

    def specimens(self) -> Iterator[Specimen]:
        """Yield each line."""
        for number in self._lines():
            right = number == self.fault
            yield Specimen("right" if right else f"wrong: line {number}", {PART: [_key(number)]}, Fraction(right))
        yield from blank_and_unreadable(["line-0"])

    def _shown(self) -> dict[int, str]:
        """Return the misconception that the pick of a line shows, for each that shows one."""
        tempting = {number: self.misconception for number in self.why if number != self.fault}
        shown = {**tempting, **self.misconceptions}
        return {number: name for number, name in sorted(shown.items()) if name}

    def _lines(self) -> dict[int, str]:
        numbered = enumerate(self.code.rstrip("\n").split("\n"), 1)
        return {number: line.rstrip() for number, line in numbered if line.strip()}


def _key(number: int) -> str:
    return f"line-{number}"


def _range(lines: dict[int, str]) -> str:
    return f"{min(lines)} to {max(lines)}" if lines else "none"
