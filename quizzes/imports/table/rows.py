"""Rows of a table with their cells by column: what a CSV and a sheet give alike."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from string import ascii_uppercase

from quizzes.imports.limits import RefusedError, UnreadableError
from quizzes.imports.table.columns import QUESTION, TYPE, column_name, is_known
from quizzes.imports.texts import visible

MOST_COLUMNS = 200
MOST_ROWS = 100_000  # blank ones among them


@dataclass(frozen=True, slots=True)
class Cell:
    """A text, or why there is none."""

    text: str
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row with something in it; its number is the one that a spreadsheet shows. `fault` says why it can't be read."""

    number: int
    cells: Mapping[str, Cell] = field(default_factory=dict)
    fault: str = ""

    def text(self, column: str) -> str:
        """Return what stands in a column. Raises RefusedError where that is no text."""
        cell = self.cells.get(column)
        if cell is None:
            return ""
        if cell.fault:
            raise RefusedError(f"its cell under “{column}” {cell.fault}")
        return cell.text

    def lettered(self) -> dict[str, tuple[str, str]]:
        """Return the options that are filled in, by letter, each with its feedback."""
        found = {letter: self.text(f"option {letter}") for letter in ascii_uppercase}
        return {letter: (text, self.text(f"feedback {letter}")) for letter, text in found.items() if text}


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table; its `place` is what people call it, and `unknown` are the headers that are not read."""

    place: str
    unknown: tuple[str, ...]
    rows: Iterable[Row]


def headers(cells: Sequence[str]) -> list[str]:
    """Return the columns that a first row names."""
    names = [column_name(visible(cell)) for cell in cells[:MOST_COLUMNS]]
    while names and not names[-1]:
        names.pop()
    return names


def is_table(names: Sequence[str]) -> bool:
    """Say whether the columns are those of questions."""
    return TYPE in names and QUESTION in names


def unknown(names: Sequence[str]) -> tuple[str, ...]:
    """Return the headers that are not read, and those that stand there again."""
    seen: set[str] = set()
    found = []
    for name in names:
        if name and (not is_known(name) or name in seen):
            found.append(name)
        seen.add(name)
    return tuple(found)


def row_of(number: int, names: Sequence[str], cells: Iterable[Cell]) -> Row:
    """Return a row; of two columns with the same name the first counts."""
    found: dict[str, Cell] = {}
    for name, cell in zip(names, cells, strict=False):
        if is_known(name) and name not in found and (cell.text or cell.fault):
            found[name] = cell
    return Row(number, found)


def too_many_rows(place: str) -> UnreadableError:
    """Return the error of a table without end."""
    return UnreadableError(f"{place} has more than {MOST_ROWS:,} rows; delete those below the last question")


def filled(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield the rows with something in them."""
    return (row for row in rows if row.cells or row.fault)
