"""A claim as the ledger shows it, rendered once: its words, its backing, and where in the course it counts."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from courseware.authored import Facet
from courseware.comparison import cell_id
from courseware.course import ClaimUse, Course
from courseware.proofs.authored import VerdictWord
from courseware.proofs.claims import Citation, Claim
from courseware.proofs.demonstrations import Demonstration
from courseware.proofs.showing import outputs_html, shown_html
from quizzes.text import fence_html, to_html, to_inline_html, to_plain

BackedBy = Literal["run", "publication", "both"]


@dataclass(frozen=True, slots=True)
class ShownRun:
    """A demonstration that shows a claim: its code with what it printed, on what and when.

    `html` is as a lesson shows it; `plain_html` has the code without colours, a quarter of the size, for long lists.
    """

    title: str
    facet: str
    html: str
    plain_html: str


@dataclass(frozen=True, slots=True)
class Taught:
    """A lesson that says it; `anchor` is the first place there that is marked, or empty."""

    lesson: str
    title: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of the comparison that says it; `title` is Markdown in plain words, `facet` the column's label."""

    anchor: str
    title: str
    facet: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One claim. `statement`, `article` and the misconceptions are HTML, `words` is the statement as plain text.

    `verdict` is None where the article says nothing of it; `section` is the slug of a lesson.
    """

    id: str
    words: str
    statement: str
    section: str
    facets: tuple[Facet, ...]
    article: str
    verdict: VerdictWord | None
    since: str
    runs: tuple[ShownRun, ...]
    citations: tuple[Citation, ...]
    taught: tuple[Taught, ...]
    cells: tuple[Cell, ...]
    misconceptions: tuple[str, ...]

    @property
    def backed_by(self) -> BackedBy:
        """Return what kind of backing it has."""
        if self.runs and self.citations:
            return "both"
        return "run" if self.runs else "publication"


def entries_of(course: Course) -> tuple[Entry, ...]:
    """Return every claim of a course without faults, in the order of its list."""
    taught = _taught(course)
    cells = _cells(course)
    return tuple(_entry(course, claim, taught[claim.id], cells) for claim in course.claims.values())


def _entry(course: Course, claim: Claim, marked: Mapping[str, Taught], cells: Mapping[str, Cell]) -> Entry:
    return Entry(
        id=claim.id,
        words=to_plain(claim.statement),
        statement=to_inline_html(claim.statement, course.marks),
        section=claim.section,
        facets=tuple(facet for facet in course.facets if facet.id in claim.facets),
        article=to_inline_html(claim.article, course.marks) if claim.article else "",
        verdict=claim.verdict,
        since=claim.since,
        runs=tuple(_run(course, course.demonstrations[demo]) for demo in claim.demos),
        citations=claim.citations,
        taught=tuple(_lessons(course, claim, marked)),
        cells=tuple(cells[name] for name in claim.cells),
        misconceptions=tuple(
            to_inline_html(course.misconceptions[name].name, course.marks) for name in claim.misconceptions
        ),
    )


def _run(course: Course, demonstration: Demonstration) -> ShownRun:
    label = next((facet.label for facet in course.facets if facet.id == demonstration.facet), "")
    shows = to_html(demonstration.shows, course.marks)
    outputs = outputs_html(demonstration, demonstration.runs)
    return ShownRun(
        title=demonstration.title,
        facet=label,
        html=shows + shown_html(demonstration, demonstration.runs),
        plain_html=shows + fence_html(demonstration.code, "text") + outputs,
    )


def _taught(course: Course) -> Mapping[str, dict[str, Taught]]:
    """Return the first marked place of each claim in each lesson, by claim and lesson."""
    found: dict[str, dict[str, Taught]] = defaultdict(dict)
    for lesson in course.lessons:
        for use in lesson.references:
            if isinstance(use, ClaimUse):
                found[use.claim].setdefault(lesson.slug, Taught(lesson.slug, lesson.title, use.anchor))
    return found


def _lessons(course: Course, claim: Claim, marked: Mapping[str, Taught]) -> Iterator[Taught]:
    """Yield the lesson of a claim's section, then the others in which it is marked."""
    section = course.lesson(claim.section)
    if section is not None:
        yield marked.get(section.slug, Taught(section.slug, section.title, ""))
    yield from (taught for slug, taught in marked.items() if slug != claim.section)


def _cells(course: Course) -> Mapping[str, Cell]:
    labels = {facet.id: facet.label for facet in course.facets}
    return {
        name: Cell(name, to_plain(row.title), labels.get(facet, facet))
        for row in (course.comparison.rows if course.comparison else ())
        for facet in row.cells
        for name in [cell_id(row.id, facet)]
    }
