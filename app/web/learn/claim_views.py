"""A claim of the ledger for its page: its words as safe HTML, and where it is said."""

from dataclasses import dataclass

from flask import url_for
from markupsafe import Markup

from app.words import gettext as _
from courseware.course import Course, facet_class
from courseware.ledger.choosing import verdict_of
from courseware.ledger.entries import Entry
from courseware.proofs.claims import Citation


@dataclass(frozen=True, slots=True)
class RunView:
    """A demonstration that shows it; `facet` is empty where it speaks of none, `plain_html` is for long lists."""

    title: str
    facet: str
    html: Markup
    plain_html: Markup


@dataclass(frozen=True, slots=True)
class Place:
    """Where the course says it."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class ClaimView:
    """One claim. `facets` are pairs of a label and its classes; `words` is the statement as plain text."""

    id: str
    url: str
    words: str
    statement: Markup
    facets: tuple[tuple[str, str], ...]
    verdict: str
    verdict_label: str
    article: Markup
    since: str
    backing: str
    runs: tuple[RunView, ...]
    citations: tuple[Citation, ...]
    lessons: tuple[Place, ...]
    cells: tuple[Place, ...]
    misconceptions: tuple[Markup, ...]


def claim_view(course: Course, entry: Entry) -> ClaimView:
    """Return a claim for its page."""
    return ClaimView(
        id=entry.id,
        url=url_for("learn.claim", course=course.slug, claim=entry.id),
        words=entry.words,
        statement=Markup(entry.statement),  # noqa: S704 (rendered by quizzes.text, which lets no raw HTML through)
        facets=tuple((facet.label, facet_class(facet)) for facet in entry.facets),
        verdict=verdict_of(entry),
        verdict_label=verdict_label(verdict_of(entry)),
        article=Markup(entry.article),  # noqa: S704 (as above)
        since=entry.since,
        backing=backing_label(entry.backed_by),
        runs=tuple(
            RunView(run.title, run.facet, Markup(run.html), Markup(run.plain_html))  # noqa: S704 (rendered by courseware)
            for run in entry.runs
        ),
        citations=entry.citations,
        lessons=tuple(
            Place(taught.title, _lesson_url(course, taught.lesson, taught.anchor)) for taught in entry.taught
        ),
        cells=tuple(Place(f"{cell.title}, {cell.facet}", _cell_url(course, cell.anchor)) for cell in entry.cells),
        misconceptions=tuple(Markup(name) for name in entry.misconceptions),  # noqa: S704 (as above)
    )


def verdict_label(verdict: str) -> str:
    """Return what became of the article's words, in a word or two."""
    return {
        "true": _("Still true"),
        "incomplete": _("Incomplete"),
        "imprecise": _("Imprecise"),
        "outdated": _("Outdated"),
        "wrong": _("Wrong"),
        "unsaid": _("Not in the article"),
    }[verdict]


def backing_label(backing: str) -> str:
    """Return what kind of backing a claim has."""
    return {"run": _("A run"), "publication": _("A publication"), "both": _("A run and a publication")}[backing]


def _lesson_url(course: Course, lesson: str, anchor: str) -> str:
    return url_for("learn.lesson", course=course.slug, lesson=lesson, _anchor=anchor or None)


def _cell_url(course: Course, anchor: str) -> str:
    """Return where a cell of the comparison stands: in the lesson that shows the table, else with the course."""
    for lesson in course.lessons:
        if anchor in lesson.anchors:
            return _lesson_url(course, lesson.slug, anchor)
    return url_for("learn.course", course=course.slug)
