"""A lesson: read it, answer its checks in place, mark it as read and go on."""

from dataclasses import dataclass

from flask import redirect, render_template, request, url_for
from markupsafe import Markup
from werkzeug import Response

from app.access import me, me_for_writing
from app.clock import now
from app.db import db
from app.log import log_event
from app.services.outline import LessonLine, Outline, outline_of
from app.services.progress import note_opened, note_read
from app.services.standing import Standing
from app.web.learn.blueprint import blueprint
from app.web.learn.check_views import CheckItem, Refused, check_items
from app.web.learn.courses import standing_in
from app.web.learn.finding import course_or_404, lesson_or_404
from app.web.learn.freshness import fresh_response
from app.web.learn.reference_pages import AtHand, at_hand
from courseware.course import Course, Heading, Html, Lesson


@dataclass(frozen=True, slots=True)
class HtmlBlock:
    """A stretch of the lesson."""

    html: Markup


@dataclass(frozen=True, slots=True)
class CheckItems:
    """Questions to answer in place."""

    items: tuple[CheckItem, ...]


@dataclass(frozen=True, slots=True)
class LessonPage:
    """What a lesson's page shows; `line` is the lesson in its outline."""

    course: str
    slug: str
    title: str
    language: str
    objectives: tuple[Markup, ...]
    headings: tuple[Heading, ...]
    blocks: tuple[HtmlBlock | CheckItems, ...]
    outline: Outline
    at_hand: tuple[AtHand, ...]
    line: LessonLine
    before: LessonLine | None
    after: LessonLine | None


@blueprint.get("/courses/<slug:course>/lessons/<slug:lesson>")
def lesson(course: str, lesson: str) -> Response:
    """Show a lesson, and note that it is open for somebody who is known."""
    found_course = course_or_404(course)
    found = lesson_or_404(found_course, lesson)
    standing = standing_in(found_course)
    _note_opened(found_course, found, standing)
    asked_again = request.args.get("again", "")
    again = asked_again if any(asked_again in check.items for check in found.checks) else ""
    return fresh_response(
        found_course, found.slug, standing, again, lambda: lesson_html(found_course, found, standing, again=again)
    )


@blueprint.post("/courses/<slug:course>/lessons/<slug:lesson>/read")
def read_lesson(course: str, lesson: str) -> Response:
    """Mark a lesson as read and go on: to its quiz where that is not passed yet, else to the next lesson."""
    found_course = course_or_404(course)
    found = lesson_or_404(found_course, lesson)
    at = now()
    identity = me_for_writing(at)
    note_read(db.session, identity.id, found_course.slug, found.slug, now=at)
    db.session.commit()
    log_event("lesson.read", course=found_course.slug, lesson=found.slug)
    return redirect(_way_on(outline_of(found_course, standing_in(found_course)), found.slug))


def lesson_html(
    course: Course, lesson: Lesson, standing: Standing, *, again: str = "", refused: Refused | None = None
) -> str:
    """Return a lesson's page; the check item `again` is open once more, and one `refused` shows why."""
    return render_template("learn/lesson.html", page=_page(course, lesson, standing, again, refused))


def _page(course: Course, lesson: Lesson, standing: Standing, again: str, refused: Refused | None) -> LessonPage:
    outline = outline_of(course, standing)
    lines = outline.lessons
    index = course.lessons.index(lesson)
    return LessonPage(
        course=course.slug,
        slug=lesson.slug,
        title=lesson.title,
        language=course.language,
        objectives=tuple(Markup(objective.html) for objective in lesson.objectives),  # noqa: S704 (rendered by quizzes.text)
        headings=tuple(heading for heading in lesson.headings if heading.level == 2),  # noqa: PLR2004 (h2)
        blocks=tuple(
            HtmlBlock(Markup(block.html))  # noqa: S704 (rendered by courseware when it was loaded)
            if isinstance(block, Html)
            else CheckItems(check_items(course, lesson, block, standing, again, refused))
            for block in lesson.body
        ),
        outline=outline,
        at_hand=at_hand(course),
        line=lines[index],
        before=lines[index - 1] if index else None,
        after=lines[index + 1] if index + 1 < len(lines) else None,
    )


def _note_opened(course: Course, lesson: Lesson, standing: Standing) -> None:
    """Keep which lesson is open, once: reading on in it, a HEAD or a prefetch writes nothing."""
    identity = me()
    fetched_ahead = "prefetch" in request.headers.get("Sec-Purpose", "")
    if identity is None or request.method != "GET" or fetched_ahead or standing.last_lesson() == lesson.slug:
        return
    note_opened(db.session, identity.id, course.slug, lesson.slug, now=now())
    db.session.commit()


def _way_on(outline: Outline, lesson: str) -> str:
    lines = outline.lessons
    line = outline.line(lesson)
    if line and line.quiz and not line.quiz.is_passed:
        return url_for("learn.quiz", course=outline.course, quiz=line.quiz.slug)
    number = line.number if line else 0
    if number < len(lines):
        return url_for("learn.lesson", course=outline.course, lesson=lines[number].slug)
    if outline.final and not outline.final.is_passed:
        return url_for("learn.quiz", course=outline.course, quiz=outline.final.slug)
    return url_for("learn.course", course=outline.course)
