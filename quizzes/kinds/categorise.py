"""Categorise: put each statement into one of a few columns."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Literal

from msgspec import Struct

from quizzes.interactions import Match, MatchKey, Option, Part, Rule
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


class Column(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A column that takes any number of statements."""

    id: Slug
    text: Words


class Statement(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A statement; `misconception` is held by who puts it into another column."""

    id: Slug
    text: Words
    column: str
    feedback: Owed = ""
    misconception: str = ""


class Categorise(Authored, frozen=True, kw_only=True, tag="categorise"):
    """Each statement belongs to one column; by statement, each is worth 1/n."""

    columns: tuple[Column, ...]
    statements: tuple[Statement, ...]
    credit: Literal["all-or-nothing", "by-statement"]

    def problems(self) -> Iterator[Problem]:
        """Yield faults of columns and statements."""
        if len(self.columns) < FEWEST:
            yield Problem(("columns",), f"item “{self.id}” needs at least {FEWEST} columns")
        if len(self.statements) < FEWEST:
            yield Problem(("statements",), f"item “{self.id}” needs at least {FEWEST} statements")
        yield from repeated((("columns", n, "id"), column.id) for n, column in enumerate(self.columns))
        yield from repeated((("statements", n, "id"), line.id) for n, line in enumerate(self.statements))
        yield from repeated_texts((("columns", n, "text"), column.text) for n, column in enumerate(self.columns))
        yield from repeated_texts((("statements", n, "text"), line.text) for n, line in enumerate(self.statements))
        known = [column.id for column in self.columns]
        for n, statement in enumerate(self.statements):
            if statement.column not in known:
                names = ", ".join(known)
                message = f"statement “{statement.id}” names the column “{statement.column}”; known: {names}"
                yield Problem(("statements", n, "column"), message)

    def part(self) -> Part:
        """Return a match whose targets take any number of sources."""
        share = Fraction(1, len(self.statements))
        correct = self._correct()
        return Part(
            key=PART,
            interaction=Match(
                sources=tuple(Option(self._source(line), line.text.strip()) for line in self.statements),
                targets=tuple(Option(self._target(column.id), column.text.strip()) for column in self.columns),
                target_max=0,
            ),
            answer=MatchKey(
                correct=correct,
                credit={source: {target: share} for source, target in correct.items()},
                rule=Rule.BY_PART if self.credit == "by-statement" else Rule.ALL_OR_NOTHING,
            ),
            feedback=said((self._source(line), line.feedback) for line in self.statements),
            misconceptions={self._source(s): s.misconception for s in self.statements if s.misconception},
        )

    def specimens(self) -> Iterator[Specimen]:
        """Yield all right, one alone, one in each wrong column, and all wrong."""
        right = self._correct()
        count, by_statement = len(right), self.credit == "by-statement"
        yield Specimen("right", {PART: dict(right)}, Fraction(1))
        first = next(iter(right))
        alone = Fraction(1, count) if by_statement else Fraction(0)
        yield Specimen("partly: one statement placed", {PART: {first: right[first]}}, alone)
        one_off = Fraction(count - 1, count) if by_statement else Fraction(0)
        for source, target in right.items():
            response = dict(right) | {source: self._another(target)}
            yield Specimen(f"partly: {source} in a wrong column", {PART: dict(response)}, one_off)
        yield Specimen(
            "wrong", {PART: {source: self._another(target) for source, target in right.items()}}, Fraction(0)
        )
        yield from blank_and_unreadable({first: "no-such-column"})

    def _correct(self) -> dict[str, str]:
        return {self._source(statement): self._target(statement.column) for statement in self.statements}

    def _source(self, statement: Statement) -> str:
        return self.key_of("statement", statement.id)

    def _target(self, column: str) -> str:
        return self.key_of("column", column)

    def _another(self, target: str) -> str:
        return next(self._target(column.id) for column in self.columns if self._target(column.id) != target)
