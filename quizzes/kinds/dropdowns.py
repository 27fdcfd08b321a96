"""Dropdowns inside a text or inside code."""

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Literal

from msgspec import Struct

from quizzes.interactions import Gap, GapKey, GapSelect, Part, Rule
from quizzes.kinds.base import PART, Authored, Problem, Slug, Specimen, Words, blank_and_unreadable
from quizzes.kinds.options import AuthoredOption, lowered, one_correct, option_problems
from quizzes.text import GAP


class AuthoredGap(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The options of one gap; exactly one is right."""

    options: tuple[AuthoredOption, ...]


class Dropdowns(Authored, frozen=True, kw_only=True, tag="dropdowns"):
    """A text with `{{gap}}` marks; by gap, each is worth 1/n."""

    text: Words
    gaps: dict[Slug, AuthoredGap]
    credit: Literal["all-or-nothing", "by-gap"]

    def problems(self) -> Iterator[Problem]:
        """Yield gaps without a mark, marks without a gap, and faults of the options."""
        marks = re.findall(GAP, self.text)
        if not self.gaps:
            yield Problem(
                ("gaps",), f"item “{self.id}” has no gap; write {{{{name}}}} in its text and list it under gaps"
            )
        for name in dict.fromkeys(marks):
            if name not in self.gaps:
                yield Problem(("text",), f"the text has {{{{{name}}}}}, but no gap “{name}” is listed")
            if marks.count(name) > 1:
                yield Problem(("text",), f"the gap “{name}” stands in the text {marks.count(name)} times; keep one")
        for name, gap in self.gaps.items():
            if name not in marks:
                yield Problem(("gaps", name), f"the text has no {{{{{name}}}}}")
            yield from option_problems(("gaps", name, "options"), gap.options, f"gap “{name}”")
            yield from one_correct(("gaps", name, "options"), gap.options, f"gap “{name}”")

    def part(self) -> Part:
        """Return a gap-select; gaps stand in the order of the text."""
        share, correct = Fraction(1, len(self.gaps)), self._correct()
        order = list(re.findall(GAP, self.text))
        feedback, misconceptions = {}, {}
        for name, gap in self.gaps.items():
            for option in gap.options:
                element = f"{name}/{self.key_of(option.id)}"
                if option.feedback.strip():
                    feedback[element] = option.feedback.strip()
                if option.misconception:
                    misconceptions[element] = option.misconception
        return Part(
            key=PART,
            interaction=GapSelect(
                text=self.text.strip(),
                gaps=tuple(Gap(name, lowered(self, self.gaps[name].options)) for name in order),
            ),
            answer=GapKey(
                correct={name: correct[name] for name in order},
                credit={name: self._credits(self.gaps[name], share) for name in order},
                rule=Rule.BY_PART if self.credit == "by-gap" else Rule.ALL_OR_NOTHING,
            ),
            feedback=feedback,
            misconceptions=misconceptions,
        )

    def specimens(self) -> Iterator[Specimen]:
        """Yield all right, each gap wrong in turn with each of its wrong options, and all wrong."""
        right, count, by_gap = self._correct(), len(self.gaps), self.credit == "by-gap"
        yield Specimen("right", {PART: dict(right)}, Fraction(1))
        one_off = Fraction(count - 1, count) if by_gap else Fraction(0)
        wrong: dict[str, str] = {}
        for name, gap in self.gaps.items():
            for option in gap.options:
                if not option.correct:
                    wrong[name] = self.key_of(option.id)
                    label = "partly" if one_off else "wrong"
                    yield Specimen(
                        f"{label}: {name} is {option.id}", {PART: dict(right | {name: wrong[name]})}, one_off
                    )
        if count > 1:
            first = next(iter(right))
            alone = Fraction(1, count) if by_gap else Fraction(0)
            yield Specimen("partly: one gap filled", {PART: {first: right[first]}}, alone)
            yield Specimen("wrong: every gap", {PART: dict(wrong)}, Fraction(0))
        yield from blank_and_unreadable({"no-such-gap": "x"})

    def _credits(self, gap: AuthoredGap, share: Fraction) -> dict[str, Fraction]:
        return {self.key_of(option.id): share * option.share for option in gap.options if option.share}

    def _correct(self) -> dict[str, str]:
        return {
            name: next(self.key_of(option.id) for option in gap.options if option.correct)
            for name, gap in self.gaps.items()
        }
