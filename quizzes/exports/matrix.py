"""What becomes of each kind of question in every format: formats down, kinds across. It writes no file of a quiz."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from quizzes.exports.report import WORDS, Line, Report, changes_score, word
from quizzes.responses import JSON

CHANGES = "▲"
NONE = "–"


@dataclass(frozen=True, slots=True)
class Cell:
    """How many questions become what, by the words of `quizzes.exports.report`; `changing` can score otherwise."""

    counts: Mapping[str, int]
    changing: int

    @property
    def size(self) -> int:
        """Return how many questions it counts."""
        return sum(self.counts.values())

    def to_json(self) -> dict[str, JSON]:
        """Return the cell as plain values."""
        return {**self.counts, "changes_score": self.changing}


@dataclass(frozen=True, slots=True)
class Row:
    """A format with the cell of each kind, and that of all questions."""

    format: str
    cells: Mapping[str, Cell]
    all: Cell


@dataclass(frozen=True, slots=True)
class Matrix:
    """What becomes of a quiz or a course everywhere; `kinds` counts its questions by kind."""

    target: str
    kinds: Mapping[str, int]
    rows: tuple[Row, ...]

    def to_json(self) -> dict[str, JSON]:
        """Return the matrix as plain values."""
        return {
            "target": self.target,
            "kinds": dict(self.kinds),
            "formats": {
                row.format: {
                    "all": row.all.to_json(),
                    "kinds": {kind: cell.to_json() for kind, cell in row.cells.items()},
                }
                for row in self.rows
            },
        }


def build_matrix(target: str, reports: Iterable[Report]) -> Matrix:
    """Return the matrix of reports on the same questions, one a format."""
    rows = tuple(row_of(report) for report in reports)
    kinds = dict(sorted({kind: cell.size for row in rows for kind, cell in row.cells.items()}.items()))
    return Matrix(target, kinds, rows)


def row_of(report: Report) -> Row:
    """Return what one format makes of each kind."""
    kinds = dict.fromkeys(sorted(line.kind for line in report.lines))
    cells = {kind: _cell([line for line in report.lines if line.kind == kind]) for kind in kinds}
    return Row(report.format, cells, _cell(report.lines))


def table(matrix: Matrix, words: Mapping[str, str], between: str) -> list[list[str]]:
    """Return the matrix as texts, its heads first; `words` says what to call each outcome, `between` parts two."""
    heads = ["", *(f"{kind} ({count})" for kind, count in matrix.kinds.items())]
    return [heads, *([row.format, *_texts(matrix, row, words, between)] for row in matrix.rows)]


def _texts(matrix: Matrix, row: Row, words: Mapping[str, str], between: str) -> list[str]:
    return [_text(row.cells[kind], words, between) if kind in row.cells else NONE for kind in matrix.kinds]


def _text(cell: Cell, words: Mapping[str, str], between: str) -> str:
    """Return one word where all questions become the same, else each with its number."""
    found = {words[name]: count for name, count in cell.counts.items() if count}
    told = [*found] if len(found) == 1 else [f"{count} {name}" for name, count in found.items()]
    return between.join(told) + _mark(cell)


def _mark(cell: Cell) -> str:
    """Return the mark of a score that can change, with the number where it is not all of them."""
    if cell.changing == cell.size:
        return f" {CHANGES}"
    return f" {CHANGES} {cell.changing}" if cell.changing else ""


def _cell(lines: Sequence[Line]) -> Cell:
    found = Counter(word(line.outcome) for line in lines)
    return Cell({name: found[name] for name in WORDS}, sum(changes_score(line.outcome) for line in lines))
