"""Single choice."""

from collections.abc import Iterator

from quizzes.interactions import Choice, Part
from quizzes.kinds.base import Authored, Problem, Specimen
from quizzes.kinds.options import AuthoredOption, lowered, one_correct, option_problems, single_part, single_specimens


class Single(Authored, frozen=True, kw_only=True, tag="single"):
    """One of several options is right; `shuffle: false` keeps their order."""

    options: tuple[AuthoredOption, ...]
    shuffle: bool = True

    def problems(self) -> Iterator[Problem]:
        """Yield faults of the options."""
        yield from option_problems(("options",), self.options, f"item “{self.id}”")
        yield from one_correct(("options",), self.options, f"item “{self.id}”")

    def part(self) -> Part:
        """Return a choice of one."""
        return single_part(self, self.options, Choice(lowered(self, self.options), shuffle=self.shuffle))

    def specimens(self) -> Iterator[Specimen]:
        """Yield each option."""
        yield from single_specimens(self, self.options)
