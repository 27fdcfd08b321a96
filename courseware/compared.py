"""The comparison with what backs each cell, all of it or what a reader asks for."""

from collections.abc import Iterator
from dataclasses import dataclass

from courseware.authored import Cell, Facet, Row
from courseware.comparison import cell_id
from courseware.course import Course
from courseware.proofs.claims import Claim

UNCHANGED = "true"


@dataclass(frozen=True, slots=True)
class ComparedCell:
    """A cell with the claims that back it; `is_changed` unless what the article says still holds in full."""

    id: str
    facet: Facet
    cell: Cell
    claims: tuple[Claim, ...]

    @property
    def is_changed(self) -> bool:
        """Say whether today's answer is more, or other, than the article's."""
        return self.cell.verdict != UNCHANGED


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """A row with a cell for each facet that has one."""

    row: Row
    cells: tuple[ComparedCell, ...]


def compared(course: Course, row: str = "", *, only_changed: bool = False) -> tuple[ComparedRow, ...]:
    """Return the rows of a course's comparison; those of one id, or of any where that is empty.

    Of what has changed only, a row without such a cell is left out; a row that is shown keeps all its cells, so
    that columns stay columns.
    """
    rows = course.comparison.rows if course.comparison else ()
    wanted = (ComparedRow(found, tuple(_cells(course, found))) for found in rows if row in ("", found.id))
    return tuple(found for found in wanted if not only_changed or any(cell.is_changed for cell in found.cells))


def _cells(course: Course, row: Row) -> Iterator[ComparedCell]:
    for facet in course.facets:
        if facet.id in row.cells:
            name = cell_id(row.id, facet.id)
            claims = tuple(claim for claim in course.claims.values() if name in claim.cells)
            yield ComparedCell(name, facet, row.cells[facet.id], claims)
