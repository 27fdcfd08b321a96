"""Texts with formulas in them: `{{out + 1}}` is filled with its value, written as a learner reads it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from quizzes.expressions import Expression, read_expression
from quizzes.values import Value, written

_FORMULA = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Filling:
    """A text cut at its formulas: plain text and formulas in turn, beginning and ending with text."""

    pieces: tuple[str | Expression, ...]

    @property
    def names(self) -> frozenset[str]:
        """Return the names that its formulas need."""
        return frozenset(name for piece in self.pieces if isinstance(piece, Expression) for name in piece.names)

    def filled(self, names: Mapping[str, Value], places: int) -> str:
        """Return the text with the values of its formulas, with at most so many decimals. Raises ExpressionError."""
        return "".join(
            written(piece.value(names), places) if isinstance(piece, Expression) else piece for piece in self.pieces
        )


def read_filling(text: str) -> Filling:
    """Read a text with formulas. Raises ExpressionError."""
    pieces = _FORMULA.split(text)
    return Filling(tuple(read_expression(piece) if number % 2 else piece for number, piece in enumerate(pieces)))
