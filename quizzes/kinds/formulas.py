"""The formulas of a generated question: each must be readable and name only what stands before it."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from quizzes.drawing import Formula, Parameter
from quizzes.expressions import ExpressionError, read_expression
from quizzes.filling import read_filling
from quizzes.kinds.base import Problem
from quizzes.source import Place

Placed = tuple[Place, Formula]


def drawing_problems(parameters: Mapping[str, Parameter], values: Mapping[str, Formula]) -> Iterator[Problem]:
    """Yield what is wrong with parameters and named values, in the order in which they are computed."""
    known: list[str] = []
    for name, parameter in parameters.items():
        place = ("parameters", name)
        yield from (Problem(place, f"the parameter “{name}” {fault}") for fault in parameter.faults())
        for formula in parameter.formulas():
            yield from _problems(place, formula, known)
        known.append(name)
    for name, value in values.items():
        place = ("values", name)
        if name in known:
            yield Problem(place, f"“{name}” is drawn already; give the value another name")
        yield from _problems(place, value, known)
        known.append(name)


def formula_problems(formulas: Iterable[Placed], known: Collection[str]) -> Iterator[Problem]:
    """Yield formulas that can't be read, or name what is not there."""
    for place, formula in formulas:
        yield from _problems(place, formula, known)


def text_problems(texts: Iterable[tuple[Place, str]], known: Collection[str]) -> Iterator[Problem]:
    """Yield texts with formulas that can't be read, or that name what is not there."""
    for place, text in texts:
        try:
            needed = read_filling(text).names
        except ExpressionError as error:
            yield Problem(place, str(error))
            continue
        yield from _unknown(place, needed, known)


def _problems(place: Place, formula: Formula, known: Collection[str]) -> Iterator[Problem]:
    try:
        needed = read_expression(str(formula)).names
    except ExpressionError as error:
        yield Problem(place, str(error))
        return
    yield from _unknown(place, needed, known)


def _unknown(place: Place, needed: Collection[str], known: Collection[str]) -> Iterator[Problem]:
    for name in sorted(set(needed) - set(known)):
        yield Problem(
            place, f"no “{name}” is drawn or computed before this; known here: {', '.join(known) or 'nothing'}"
        )
