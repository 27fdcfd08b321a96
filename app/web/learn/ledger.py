"""The ledger: what a course claims, claim by claim, with what backs it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from flask import abort, current_app, render_template, request, url_for
from flask.blueprints import BlueprintSetupState

from app.web.learn.asking import wants_fragment
from app.web.learn.blueprint import blueprint
from app.web.learn.claim_views import ClaimView, backing_label, claim_view, verdict_label
from app.web.learn.finding import course_or_404
from app.words import gettext as _
from courseware.course import Course
from courseware.ledger.choosing import BACKINGS, VERDICTS, Wanted, chosen, counts_of
from courseware.ledger.entries import Entry, entries_of

KEY = "coursewright.ledgers"


@dataclass(frozen=True, slots=True)
class Filter:
    """One of the questions by which claims are chosen: its field, what it is called, and its answers."""

    name: str
    label: str
    choices: tuple[tuple[str, str], ...]
    value: str


@dataclass(frozen=True, slots=True)
class Count:
    """How many claims there are of a kind, and where they are listed."""

    label: str
    number: int
    url: str
    current: bool


@dataclass(frozen=True, slots=True)
class LedgerPage:
    """What the ledger's page shows: of `total` claims those that are asked for."""

    course: str
    title: str
    language: str
    total: int
    claims: tuple[ClaimView, ...]
    filters: tuple[Filter, ...]
    verdicts: tuple[Count, ...]
    backings: tuple[Count, ...]
    is_filtered: bool


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """One claim on a page of its own, or in the dialog over a lesson."""

    course: str
    title: str
    language: str
    claim: ClaimView


@blueprint.record_once
def _prepare(state: BlueprintSetupState) -> None:
    ledgers: dict[str, tuple[Entry, ...]] = {}
    state.app.extensions[KEY] = ledgers


@blueprint.get("/courses/<slug:course>/ledger")
def ledger(course: str) -> str:
    """List what a course claims; the address says which of it."""
    found = course_or_404(course)
    return render_template("learn/ledger.html", page=_page(found, _entries(found), _wanted(found)))


@blueprint.get("/courses/<slug:course>/ledger/<slug:claim>")
def claim(course: str, claim: str) -> str:
    """Show one claim with its backing; a script gets it without the page around it."""
    found = course_or_404(course)
    entry = next((entry for entry in _entries(found) if entry.id == claim), None)
    if entry is None:
        abort(404, description=_("The course “%(course)s” makes no claim “%(slug)s”.", course=found.title, slug=claim))
    page = ClaimPage(found.slug, found.title, found.language, claim_view(found, entry))
    return render_template("learn/claim-fragment.html" if wants_fragment() else "learn/claim.html", page=page)


def _entries(course: Course) -> tuple[Entry, ...]:
    """Return the ledger of a course, rendered when it is first asked for; 404 where the course claims nothing."""
    if not course.claims:
        abort(404, description=_("The course “%(course)s” has no list of claims.", course=course.title))
    ledgers = cast("dict[str, tuple[Entry, ...]]", current_app.extensions[KEY])
    if course.slug not in ledgers:
        ledgers[course.slug] = entries_of(course)
    return ledgers[course.slug]


def _wanted(course: Course) -> Wanted:
    """Return what the address asks for; a value that means nothing here asks for all."""
    known: Mapping[str, tuple[str, ...]] = {
        "verdict": VERDICTS,
        "facet": tuple(facet.id for facet in course.facets),
        "section": tuple(lesson.slug for lesson in course.lessons),
        "backing": BACKINGS,
    }
    asked = {name: request.args.get(name, "") for name in known}
    return Wanted(**{name: value if value in known[name] else "" for name, value in asked.items()})


def _page(course: Course, entries: tuple[Entry, ...], wanted: Wanted) -> LedgerPage:
    counts = counts_of(entries)
    return LedgerPage(
        course=course.slug,
        title=course.title,
        language=course.language,
        total=counts.total,
        claims=tuple(claim_view(course, entry) for entry in chosen(entries, wanted)),
        filters=tuple(_filters(course, wanted)),
        verdicts=_counts(course, "verdict", counts.verdicts, wanted.verdict),
        backings=_counts(course, "backing", counts.backings, wanted.backing),
        is_filtered=wanted != Wanted(),
    )


def _filters(course: Course, wanted: Wanted) -> list[Filter]:
    facets = tuple((facet.id, facet.label) for facet in course.facets)
    filters = [
        Filter("verdict", _("Verdict"), tuple((name, verdict_label(name)) for name in VERDICTS), wanted.verdict),
        Filter("facet", _("About"), facets, wanted.facet),
        Filter("section", _("Lesson"), tuple((one.slug, one.nav) for one in course.lessons), wanted.section),
        Filter("backing", _("Backed by"), tuple((name, backing_label(name)) for name in BACKINGS), wanted.backing),
    ]
    return [one for one in filters if one.choices]


def _counts(course: Course, field: str, numbers: Mapping[str, int], wanted: str) -> tuple[Count, ...]:
    label = verdict_label if field == "verdict" else backing_label
    base = url_for("learn.ledger", course=course.slug)
    return tuple(
        Count(label(name), number, f"{base}?{field}={name}", wanted == name) for name, number in numbers.items()
    )
