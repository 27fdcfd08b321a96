"""The comparison of a course: today's answers beside the article's, with what became of these and what backs it."""

from dataclasses import dataclass

from flask import render_template, request
from markupsafe import Markup

from app.web.learn.blueprint import blueprint
from app.web.learn.finding import course_or_404, no_page
from app.words import gettext as _
from app.words import listed
from courseware.compared import ComparedCell, ComparedRow, compared
from courseware.comparison import VERDICTS, facet_html
from courseware.course import Course
from courseware.links import PathLinks
from courseware.proofs.claims import Claim
from quizzes.text import to_inline_html, to_plain


@dataclass(frozen=True, slots=True)
class ProofLink:
    """Where a cell's claim is proved, by so many runs and so many publications."""

    claim: str
    url: str
    statement: str
    runs: int
    sources: int


@dataclass(frozen=True, slots=True)
class CellView:
    """A cell; where only changes are asked for, one without a change says no more than that."""

    id: str
    label: str
    facet: Markup
    now: Markup
    article: Markup
    verdict: str
    verdict_words: str
    note: Markup
    proofs: tuple[ProofLink, ...]
    is_shown: bool


@dataclass(frozen=True, slots=True)
class RowView:
    """A row; `cells` follow the columns, None where a row has none for a column."""

    id: str
    title: Markup
    cells: tuple[CellView | None, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """A row that can be asked for by itself."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class ComparisonPage:
    """What the page shows; `row` is the one asked for or empty, `shown` and `cells` count cells."""

    course: str
    course_title: str
    language: str
    title: str
    caption: Markup
    facets: tuple[Markup, ...]
    choices: tuple[Choice, ...]
    row: str
    only_changed: bool
    rows: tuple[RowView, ...]
    shown: int
    cells: int


@blueprint.get("/courses/<slug:course>/comparison")
def comparison(course: str) -> str:
    """Show a course's comparison; the address says which row, and whether only what changed."""
    found = course_or_404(course)
    if found.comparison is None:
        no_page(_("The course “%(course)s” has no comparison.", course=found.title))
    asked = request.args.get("row", "")
    row = asked if any(asked == known.id for known in found.comparison.rows) else ""
    page = _page(found, row, only_changed=bool(request.args.get("changed")))
    return render_template("learn/comparison.html", page=page)


def _page(course: Course, row: str, *, only_changed: bool) -> ComparisonPage:
    all_rows = compared(course)
    rows = tuple(_row(course, found, only_changed) for found in compared(course, row, only_changed=only_changed))
    return ComparisonPage(
        course=course.slug,
        course_title=course.title,
        language=course.language,
        title=_("%(names)s, row by row", names=listed([facet.label for facet in course.facets])),
        caption=_inline(course, course.comparison.caption) if course.comparison else Markup(),
        facets=tuple(Markup(facet_html(facet)) for facet in course.facets),  # noqa: S704 (escaped there)
        choices=tuple(Choice(found.row.id, to_plain(found.row.title)) for found in all_rows),
        row=row,
        only_changed=only_changed,
        rows=rows,
        shown=sum(cell is not None and cell.is_shown for found in rows for cell in found.cells),
        cells=sum(len(found.cells) for found in all_rows),
    )


def _row(course: Course, found: ComparedRow, only_changed: bool) -> RowView:
    cells = {cell.facet.id: _cell(course, found, cell, only_changed) for cell in found.cells}
    columns = tuple(cells.get(facet.id) for facet in course.facets)
    return RowView(found.row.id, _inline(course, found.row.title), columns)


def _cell(course: Course, row: ComparedRow, found: ComparedCell, only_changed: bool) -> CellView:
    cell = found.cell
    ledger = PathLinks().ledger(course.slug)
    return CellView(
        id=found.id,
        label=f"{to_plain(row.row.title)}, {found.facet.label}",
        facet=Markup(facet_html(found.facet)),  # noqa: S704 (escaped there)
        now=_inline(course, cell.now, ledger),
        article=_inline(course, cell.article),
        verdict=cell.verdict,
        verdict_words=VERDICTS[cell.verdict],
        note=_inline(course, cell.note, ledger),
        proofs=tuple(_proof(course, claim, ledger) for claim in found.claims),
        is_shown=found.is_changed or not only_changed,
    )


def _proof(course: Course, claim: Claim, ledger: str) -> ProofLink:
    shown_by = (course.demonstrations.get(demo) for demo in claim.demos)
    return ProofLink(
        claim=claim.id,
        url=f"{ledger}#{claim.id}",
        statement=to_plain(claim.statement),
        runs=sum(len(demo.runs) for demo in shown_by if demo),
        sources=len(claim.citations),
    )


def _inline(course: Course, text: str, claims: str = "") -> Markup:
    return Markup(to_inline_html(text, course.marks, claims))  # noqa: S704 (rendered by quizzes.text, which lets no raw HTML through)
