"""The pages of a course that are looked things up in, beside its lessons: those that it has, and where they are."""

from collections.abc import Callable
from dataclasses import dataclass

from flask import url_for

from app.words import lazy_gettext
from courseware.course import Course


@dataclass(frozen=True, slots=True)
class ReferencePage:
    """A kind of page: the endpoint that shows it, its name, what it is good for, and which courses have it."""

    endpoint: str
    name: str
    purpose: str
    is_in: Callable[[Course], bool]


@dataclass(frozen=True, slots=True)
class AtHand:
    """A page that a course has; `name` is short, `purpose` is a phrase that needs no verb."""

    url: str
    name: str
    purpose: str


PAGES = (
    ReferencePage(
        "learn.comparison",
        lazy_gettext("Comparison"),
        lazy_gettext("row by row, with what changed"),
        lambda course: course.comparison is not None,
    ),
    ReferencePage(
        "learn.chooser",
        lazy_gettext("Chooser"),
        lazy_gettext("say what you need, see what fits"),
        lambda course: course.chooser is not None,
    ),
    ReferencePage(
        "learn.ledger",
        lazy_gettext("Ledger"),
        lazy_gettext("each statement of fact, with what backs it"),
        lambda course: bool(course.claims),
    ),
    ReferencePage(
        "learn.glossary",
        lazy_gettext("Glossary"),
        lazy_gettext("what the words mean, from A to Z"),
        lambda course: bool(course.glossary.terms),
    ),
)


def at_hand(course: Course) -> tuple[AtHand, ...]:
    """Return the pages that a course has, in the order in which they are listed."""
    return tuple(
        AtHand(url_for(page.endpoint, course=course.slug), page.name, page.purpose)
        for page in PAGES
        if page.is_in(course)
    )
