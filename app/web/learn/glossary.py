"""The glossary of a course: its terms from A to Z, each with its definition and the passage that teaches it."""

from dataclasses import dataclass
from itertools import groupby

from flask import render_template, url_for
from markupsafe import Markup

from app.web.learn.blueprint import blueprint
from app.web.learn.finding import course_or_404, no_page
from app.words import gettext as _
from courseware.course import Course
from courseware.glossary.terms import Term
from courseware.links import PathLinks
from quizzes.text import to_inline_html

OTHER = "#"  # the heading over what starts with no letter


@dataclass(frozen=True, slots=True)
class Way:
    """A link from a term to where more is said."""

    url: str
    label: str


@dataclass(frozen=True, slots=True)
class TermView:
    """A term as the page shows it; `also` are its other names, `taught` the passage that explains it."""

    id: str
    name: str
    also: tuple[str, ...]
    definition: Markup
    taught: Way | None
    related: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class LetterView:
    """The terms that start with a letter."""

    letter: str
    terms: tuple[TermView, ...]


@dataclass(frozen=True, slots=True)
class GlossaryPage:
    """What the page shows."""

    course: str
    course_title: str
    language: str
    letters: tuple[LetterView, ...]
    size: int


@blueprint.get("/courses/<slug:course>/glossary")
def glossary(course: str) -> str:
    """Show the terms of a course."""
    found = course_or_404(course)
    if not found.glossary.terms:
        no_page(_("The course “%(course)s” has no glossary.", course=found.title))
    return render_template("learn/glossary.html", page=_page(found))


def _page(course: Course) -> GlossaryPage:
    terms = course.glossary.alphabetical
    return GlossaryPage(
        course=course.slug,
        course_title=course.title,
        language=course.language,
        letters=tuple(
            LetterView(letter, tuple(_term(course, term) for term in found))
            for letter, found in groupby(terms, _letter)
        ),
        size=len(terms),
    )


def _letter(term: Term) -> str:
    first = term.name[0].upper()
    return first if first.isalpha() else OTHER


def _term(course: Course, term: Term) -> TermView:
    return TermView(
        id=term.id,
        name=term.name,
        also=term.also,
        definition=Markup(to_inline_html(term.definition, course.marks, PathLinks().ledger(course.slug))),  # noqa: S704 (rendered by quizzes.text, which lets no raw HTML through)
        taught=_taught(course, term),
        related=tuple(
            Way(f"#{other}", course.glossary.terms[other].name)
            for other in term.related
            if other in course.glossary.terms
        ),
    )


def _taught(course: Course, term: Term) -> Way | None:
    slug, _hash, anchor = term.see.partition("#")
    lesson, passage = course.lesson(slug), course.passage(term.see)
    if lesson is None or passage is None:
        return None
    label = f"{lesson.nav}: {passage.heading}" if passage.heading else lesson.nav
    return Way(url_for("learn.lesson", course=course.slug, lesson=slug, _anchor=anchor or None), label)
