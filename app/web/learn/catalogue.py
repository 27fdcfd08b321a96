"""The first page: the provider's courses."""

from collections.abc import Iterable
from dataclasses import dataclass

from flask import render_template
from markupsafe import Markup

from app.access import Identity, me
from app.db import db
from app.library import library
from app.services.outline import Outline, outline_of
from app.services.standing import Standing, find_standings
from app.web.learn.blueprint import blueprint
from courseware.course import Course
from quizzes.text import to_inline_html


@dataclass(frozen=True, slots=True)
class CourseCard:
    """A course as the catalogue shows it, with where somebody stands in it."""

    slug: str
    title: str
    summary: Markup
    level: str
    minutes: int
    includes: tuple[str, ...]
    outline: Outline


@blueprint.get("/")
def catalogue() -> str:
    """Show all courses."""
    return render_template("learn/catalogue.html", cards=course_cards(library().courses.values(), me()))


def course_cards(courses: Iterable[Course], identity: Identity | None) -> tuple[CourseCard, ...]:
    """Return the cards of courses, in two queries however many there are; in none for somebody unknown."""
    courses = tuple(courses)
    slugs = [course.slug for course in courses]
    standings = find_standings(db.session, slugs, identity.id) if identity else {}
    return tuple(_card(course, standings.get(course.slug, Standing())) for course in courses)


def _card(course: Course, standing: Standing) -> CourseCard:
    return CourseCard(
        slug=course.slug,
        title=course.title,
        summary=Markup(to_inline_html(course.summary, course.marks)),  # noqa: S704 (rendered by quizzes.text, which lets no raw HTML through)
        level=course.level,
        minutes=course.minutes,
        includes=course.includes,
        outline=outline_of(course, standing),
    )
