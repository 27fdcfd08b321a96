"""A course: what it is, its outline, and where somebody stands in it."""

from dataclasses import dataclass

from flask import render_template
from markupsafe import Markup

from app.access import me
from app.db import db
from app.services.outline import Outline, outline_of
from app.services.standing import Standing, find_standing
from app.web.learn.blueprint import blueprint
from app.web.learn.finding import course_or_404
from app.web.learn.reference_pages import AtHand, at_hand
from courseware.course import Course
from quizzes.text import to_inline_html


@dataclass(frozen=True, slots=True)
class CoursePage:
    """What the course's page shows; `objectives` are those of each lesson by its slug."""

    slug: str
    title: str
    summary: Markup
    level: str
    outline: Outline
    at_hand: tuple[AtHand, ...]
    objectives: dict[str, tuple[Markup, ...]]


@blueprint.get("/courses/<slug:course>")
def course(course: str) -> str:
    """Show a course."""
    found = course_or_404(course)
    return render_template("learn/course.html", page=_page(found, standing_in(found)))


def standing_in(course: Course) -> Standing:
    """Return where whoever is there stands in a course; for somebody unknown, without a query."""
    identity = me()
    return find_standing(db.session, course, identity.id) if identity else Standing()


def _page(course: Course, standing: Standing) -> CoursePage:
    return CoursePage(
        slug=course.slug,
        title=course.title,
        summary=Markup(to_inline_html(course.summary, course.marks)),  # noqa: S704 (rendered by quizzes.text, which lets no raw HTML through)
        level=course.level,
        outline=outline_of(course, standing),
        at_hand=at_hand(course),
        objectives={
            lesson.slug: tuple(Markup(objective.html) for objective in lesson.objectives)  # noqa: S704 (as above)
            for lesson in course.lessons
        },
    )
