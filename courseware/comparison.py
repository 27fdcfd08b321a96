"""The comparison as a table: what holds now, what the article says, and what became of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape

from courseware.authored import ComparisonTable, Facet, Row
from courseware.course import Course, facet_class, facet_marks
from courseware.proofs.claims import Claim
from quizzes.text import Marks, to_inline_html, to_plain

VERDICTS = {
    "true": "Still true",
    "incomplete": "Incomplete",
    "imprecise": "Imprecise",
    "outdated": "Outdated",
    "wrong": "Wrong",
}


@dataclass(frozen=True, slots=True)
class Ledger:
    """The address of the page of claims, and the claims by id; both are empty where no page lists them."""

    address: str = ""
    claims: Mapping[str, Claim] = field(default_factory=dict)

    def proofs_of(self, cell: str) -> str:
        """Return a link to each claim that says what a cell says."""
        return "".join(
            f'<cw-proof><a class="proof" href="{escape(f"{self.address}#{claim.id}")}" data-claim="{claim.id}">'
            f'Proof<span class="unseen">: {escape(to_plain(claim.statement))}</span></a></cw-proof>'
            for claim in self.claims.values()
            if cell in claim.cells
        )


NO_LEDGER = Ledger()


def comparison_html(course: Course, claims: str = "") -> str:
    """Return a course's comparison as a table that can stand alone; empty where the course has none."""
    ledger = Ledger(claims, course.claims) if claims else NO_LEDGER
    return table_html(course.comparison, course.facets, ledger) if course.comparison else ""


def table_html(comparison: ComparisonTable, facets: tuple[Facet, ...], ledger: Ledger = NO_LEDGER) -> str:
    """Return a comparison as a table: a row each, a column for each facet; cells have the id `row-facet`.

    A cell links to the claims that say the same, and so do the statements in it that are marked.
    """
    marks = facet_marks(facets)
    columns = "".join(f'<th scope="col">{facet_html(facet)}</th>' for facet in facets)
    rows = "".join(
        f'<tr><th scope="row">{to_inline_html(row.title, marks)}</th>'
        + "".join(_cell(facet, row, marks, ledger) for facet in facets)
        + "</tr>\n"
        for row in comparison.rows
    )
    caption = f"<caption>{to_inline_html(comparison.caption, marks)}</caption>" if comparison.caption else ""
    return (
        '<div class="scroll" role="group" aria-label="Comparison" tabindex="0"><table class="compare">'
        f'{caption}<thead><tr><th scope="col">Compared</th>{columns}</tr></thead>\n'
        f"<tbody>{rows}</tbody></table></div>\n"
    )


def cell_id(row: str, facet: str) -> str:
    """Return the anchor of a cell."""
    return f"{row}-{facet}"


def facet_html(facet: Facet) -> str:
    """Return a facet's name with its mark."""
    return f'<span class="{facet_class(facet)}">{escape(facet.label)}</span>'


def _cell(facet: Facet, row: Row, marks: Marks, ledger: Ledger) -> str:
    name, cell = cell_id(row.id, facet.id), row.cells.get(facet.id)
    if cell is None:
        return f'<td id="{name}"></td>'
    claims = ledger.address
    note = f" {to_inline_html(cell.note, marks, claims)}" if cell.note else ""
    verdict, word = f"verdict-{cell.verdict}", VERDICTS[cell.verdict]
    unseen = f'<span class="unseen">: {escape(facet.label)}, {escape(to_plain(row.title))}</span>'
    # On a phone the cells of a row stand below each other, so each says whose it is, and folds what backs its verdict;
    # where there is room, styles hide the former and show the latter.
    return (
        f'<td id="{name}"><p class="cell-facet">{facet_html(facet)}</p>'
        f'<div class="now">{to_inline_html(cell.now, marks, claims)}</div>'
        f'<details class="cell-backing"><summary class="{verdict}"><strong>{word}</strong>{unseen}</summary>'
        f'<span class="then">Article: {to_inline_html(cell.article, marks)}</span>'
        f'<span class="verdict {verdict}"><strong>{word}.</strong>{note}</span>'
        f"{ledger.proofs_of(name)}</details></td>"
    )
