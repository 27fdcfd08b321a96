"""Generated: parameters drawn from a seed, a key by formula, and known mistakes, by formula too."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import partial
from typing import Annotated, Literal

import msgspec
from msgspec import Struct

from quizzes.drawing import Formula, Parameter, drawn
from quizzes.expressions import ExpressionError, read_expression
from quizzes.filling import read_filling
from quizzes.interactions import Item, Part
from quizzes.kinds.base import Authored, Outcome, Owed, OwedOutcome, Problem, Slug, Specimen, Words
from quizzes.kinds.formulas import drawing_problems, formula_problems, text_problems
from quizzes.kinds.numeric import NearNumber, Numeric, Tolerance
from quizzes.kinds.options import AuthoredOption
from quizzes.kinds.single import Single
from quizzes.source import Place
from quizzes.values import Number, Value, as_decimal, written

FIRST = "1"  # the variant that stands for the item where none is asked for
MOST_TRIES = 100
TRIED_ON_LOAD = 2  # variants; the check of a course tries many more
RARELY = 10  # a known mistake must stand in one variant of so many
Name = Annotated[str, msgspec.Meta(pattern=r"^[a-z][a-z0-9_]*$")]


class NearFormula(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A known mistake: a wrong option of a choice, or a number that is recognised. `value` names it in its feedback."""

    value: Formula
    feedback: Owed = ""
    misconception: str = ""


@dataclass(frozen=True, slots=True)
class Drawn:
    """One draw: the parameters, these and all that is computed from them by name, the answer and the known mistakes."""

    parameters: Mapping[str, Value]
    names: Mapping[str, Value]
    answer: Value
    near: tuple[Value, ...]


class Generated(Authored, frozen=True, kw_only=True, tag="generated"):
    """A question whose numbers are drawn; `{{formula}}` is filled in its texts, with at most `decimals` decimals.

    `values` are results with a name, each of what stands before it; `where` must hold of a draw. `option` is the
    text of an option. `proved_by` names scripts of the course that answer `draws` draws with the real frameworks.
    """

    parameters: dict[Name, Parameter]
    answer: Formula
    feedback: OwedOutcome = Outcome()
    where: tuple[Words, ...] = ()
    values: dict[Name, Formula] = msgspec.field(default_factory=dict)
    entry: Literal["number", "choice"] = "number"
    near: tuple[NearFormula, ...] = ()
    option: Words = "`{{value}}`"
    tolerance: Tolerance = Tolerance()
    decimals: Annotated[int, msgspec.Meta(ge=0, le=10)] = 4
    unit: str = ""
    proved_by: tuple[Slug, ...] = ()
    draws: Annotated[int, msgspec.Meta(ge=200, le=1000)] = 200

    def problems(self) -> Iterator[Problem]:
        """Yield formulas that can't be read or name what is not there, then what is wrong with the first variants."""
        found = list(self._formula_problems())
        yield from found or self.trial(TRIED_ON_LOAD)

    def trial(self, count: int) -> Iterator[Problem]:
        """Yield the first fault in so many variants, or else the mistakes that hardly ever differ from the answer."""
        stood = [0] * len(self.near)
        for variant in map(str, range(1, count + 1)):
            try:
                draw = self.draw(variant)
                message = self._answer_fault(draw) or next((p.message for p in self._concrete(draw).problems()), "")
            except ExpressionError as error:
                message = str(error)
            if message:
                yield Problem((), f"item “{self.id}”, variant {variant}: {message}")
                return
            for index in self._told_apart(draw):
                stood[index] += 1
        for index, often in enumerate(stood if count > RARELY else ()):
            if often * RARELY < count:
                message = (
                    f"this mistake gives the answer, or a mistake above it, in {count - often} of {count} variants"
                )
                yield Problem(("near", index, "value"), f"{message}; drop it, or draw otherwise")

    def draw(self, variant: str) -> Drawn:
        """Return what a variant draws. Raises ExpressionError where no draw fits."""
        for number in range(MOST_TRIES):
            draw = self._try(f"{self.id}\0{variant}\0{number}")
            if draw is not None:
                return draw
        raise ExpressionError(f"no draw of {MOST_TRIES} fits; draw from more, or ask less of a draw under “where”")

    def concrete(self, variant: str) -> Authored:
        """Return the question that a variant asks. Raises ExpressionError where no draw fits."""
        return self._concrete(self.draw(variant or FIRST), variant or FIRST)

    def lower(self, variant: str = "") -> Item:
        """Return a variant in the closed language; the item says which one it is."""
        item = self.concrete(variant).lower()
        return msgspec.structs.replace(item, kind="generated", variant=variant or FIRST)

    def part(self) -> Part:
        """Return the part of the first variant."""
        return self.concrete(FIRST).part()

    def specimens(self) -> Iterator[Specimen]:
        """Yield the specimens of the first variant."""
        yield from self.concrete(FIRST).specimens()

    def _formula_problems(self) -> Iterator[Problem]:
        known = [*self.parameters, *self.values]
        if not self.parameters:
            yield Problem(("parameters",), f"item “{self.id}” draws nothing; list a parameter, or choose another kind")
        if self.entry == "choice" and not self.near:
            yield Problem(("near",), f"item “{self.id}” has no wrong option; list known mistakes under near")
        yield from drawing_problems(self.parameters, self.values)
        formulas: list[tuple[Place, Formula]] = [(("where", n), test) for n, test in enumerate(self.where)]
        formulas += [(("near", n, "value"), near.value) for n, near in enumerate(self.near)]
        yield from formula_problems([*formulas, (("answer",), self.answer)], known)
        texts: list[tuple[Place, str]] = [((key,), getattr(self, key)) for key in ("prompt", "explanation", "hint")]
        texts += [(("feedback", key), getattr(self.feedback, key)) for key in ("right", "wrong")]
        yield from text_problems([*texts, (("unit",), self.unit)], [*known, "answer"])
        own: list[tuple[Place, str]] = [(("near", n, "feedback"), near.feedback) for n, near in enumerate(self.near)]
        yield from text_problems([*own, (("option",), self.option)], [*known, "answer", "value"])

    def _answer_fault(self, draw: Drawn) -> str:
        if self.entry == "choice":
            return ""
        for value in (draw.answer, *draw.near):
            if isinstance(value, bool | str | list | tuple):
                return f"{written(value, self.decimals)} is no number; ask with “entry: choice”"
        low, high = self.tolerance.interval(self._decimal(draw.answer))
        if not low <= self._decimal(draw.answer, places=20) <= high:
            return f"the answer has more than {self.decimals} decimals; set a tolerance"
        return ""

    def _try(self, seed: str) -> Drawn | None:
        """Return a draw, or None where it must be drawn anew."""
        parameters = drawn(self.parameters, seed)
        names = dict(parameters)
        for name, formula in self.values.items():
            names[name] = read_expression(str(formula)).value(names)
        if not all(read_expression(test).value(names) for test in self.where):
            return None
        answer = read_expression(str(self.answer)).value(names)
        near = tuple(read_expression(str(known.value)).value(names) for known in self.near)
        draw = Drawn(parameters, names | {"answer": answer}, answer, near)
        return draw if self.entry == "number" or len(self._told_apart(draw)) == len(near) else None

    def _told_apart(self, draw: Drawn) -> list[int]:
        """Return the known mistakes that differ from the answer and from those above them."""
        found: list[int] = []
        taken = [draw.answer]
        for index, value in enumerate(draw.near):
            if not any(self._is_same(value, one) for one in taken):
                found.append(index)
                taken.append(value)
        return found

    def _is_same(self, value: Value, taken: Value) -> bool:
        if self.entry == "choice":
            return written(value, self.decimals) == written(taken, self.decimals)
        low, high = self.tolerance.interval(self._decimal(taken))
        return low <= self._decimal(value) <= high

    def _decimal(self, value: Value, places: int | None = None) -> Decimal:
        number: Number = value if isinstance(value, int | Fraction | float) else 0
        return as_decimal(number, self.decimals if places is None else places)

    def _concrete(self, draw: Drawn, variant: str = "") -> Numeric | Single:
        fill = partial(self._filled, draw)
        question: Numeric | Single
        if self.entry == "choice":
            question = Single(
                id=self.id,
                prompt=fill(self.prompt),
                objective=self.objective,
                see=self.see,
                explanation=fill(self.explanation),
                options=tuple(self._options(draw, variant)),
            )
        else:
            question = Numeric(
                id=self.id,
                prompt=fill(self.prompt),
                objective=self.objective,
                see=self.see,
                explanation=fill(self.explanation),
                answer=self._decimal(draw.answer),
                feedback=Outcome(right=fill(self.feedback.right), wrong=fill(self.feedback.wrong)),
                tolerance=self.tolerance,
                unit=fill(self.unit),
                near=tuple(self._near_numbers(draw)),
            )
        return msgspec.structs.replace(
            question,
            difficulty=self.difficulty,
            points=self.points,
            hint=fill(self.hint),
            tags=self.tags,
            as_of=self.as_of,
        )

    def _near_numbers(self, draw: Drawn) -> Iterator[NearNumber]:
        for index in self._told_apart(draw):
            known, value = self.near[index], draw.near[index]
            yield NearNumber(
                value=self._decimal(value),
                feedback=self._filled(draw, known.feedback, value),
                misconception=known.misconception,
                tolerance=self.tolerance,
            )

    def _options(self, draw: Drawn, variant: str) -> Iterator[AuthoredOption]:
        # The variant is in the ids: else the key of one variant would give away that of every other.
        yield AuthoredOption(
            id=f"{variant}/answer",
            text=self._filled(draw, self.option, draw.answer),
            feedback=self._filled(draw, self.feedback.right, draw.answer),
            correct=True,
        )
        for number, (known, value) in enumerate(zip(self.near, draw.near, strict=True), 1):
            yield AuthoredOption(
                id=f"{variant}/near-{number}",
                text=self._filled(draw, self.option, value),
                feedback=self._filled(draw, known.feedback, value),
                misconception=known.misconception,
            )

    def _filled(self, draw: Drawn, text: str, value: Value | None = None) -> str:
        names = draw.names if value is None else {**draw.names, "value": value}
        return read_filling(text).filled(names, self.decimals)
