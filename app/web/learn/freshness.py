"""Send a lesson only where it changed, and render it only where nobody in the same place saw it before.

Rendering a lesson costs more than all of its queries.
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from flask import Response, current_app, make_response, request, session
from flask.sansio.app import App
from flask_babel import get_locale
from flask_wtf.csrf import generate_csrf

from app.access import me
from app.library import KEY as LIBRARY
from app.services.standing import Standing
from app.web.learn.reference_pages import PAGES
from courseware.course import Course
from courseware.library import Library
from quizzes.serial import encode_item

KEY = "coursewright.lesson-pages"
TOKEN = "{token}"  # noqa: S105 (where a page's tokens go)
MOST_PAGES = 200


@dataclass(slots=True)
class LessonPages:
    """Rendered pages by what they depend on, without their tokens; bounded, and safe to lose.

    `digests` holds a short name for what each course says, templates and static files included.
    """

    digests: Mapping[str, str]
    pages: dict[str, str] = field(default_factory=dict)

    def page(self, state: str, token: str, render: Callable[[], str]) -> str:
        """Return a page with a token in its forms, rendered where it is not kept."""
        kept = self.pages.get(state)
        if kept is not None:
            return kept.replace(TOKEN, token)
        page = render()
        if TOKEN not in page:  # a course may write about anything
            if len(self.pages) >= MOST_PAGES:
                self.pages.clear()
            self.pages[state] = page.replace(token, TOKEN)
        return page


def keep_pages(app: App) -> None:
    """Give an app its memory of lesson pages."""
    library: Library = app.extensions[LIBRARY]
    looks = _looks_digest(Path(app.root_path))
    app.extensions[KEY] = LessonPages({slug: course_digest(course) + looks for slug, course in library.courses.items()})


def fresh_response(course: Course, lesson: str, standing: Standing, again: str, render: Callable[[], str]) -> Response:
    """Return a lesson's page, or 304 where nothing it depends on has changed.

    That is: its course, the templates, who asks and where they stand, and the token that its forms carry. A page
    with a message on it is shown once, so it is neither kept nor gets a tag.
    """
    token = generate_csrf()
    if "_flashes" in session:
        return make_response(render())
    pages = cast("LessonPages", current_app.extensions[KEY])
    state = _state(pages.digests[course.slug], lesson, standing, again)
    tag = _digest(f"{state} {session['csrf_token']}")
    held = request.if_none_match.contains_weak(tag)
    response = Response(status=304) if held else make_response(pages.page(state, token, render))
    response.set_etag(tag, weak=True)
    return response


def _state(course_digest: str, lesson: str, standing: Standing, again: str) -> str:
    """Return a short name for all that a page shows, but its token."""
    identity = me()
    person = (identity.name, identity.role, identity.is_account) if identity else None
    marks = (
        sorted(slug for slug in standing.lessons if standing.is_read(slug)),
        sorted(standing.quizzes.items()),
        sorted((slug, sorted(answers.items())) for slug, answers in standing.checks.items()),
    )
    return _digest(repr((course_digest, lesson, again, str(get_locale()), person, marks)))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def course_digest(course: Course) -> str:
    """Return a hash of all that the lessons of a course show."""
    lessons = [
        (lesson.slug, lesson.title, lesson.nav, lesson.summary, lesson.minutes, lesson.objectives, lesson.body)
        for lesson in course.lessons
    ]
    quizzes = [
        (quiz.slug, quiz.settings, [encode_item(item) for item in quiz.items]) for quiz in course.bank.quizzes.values()
    ]
    pages = [page.endpoint for page in PAGES if page.is_in(course)]
    return hashlib.sha256(repr((course.title, course.facets, lessons, quizzes, pages)).encode()).hexdigest()


def _looks_digest(app_folder: Path) -> str:
    files = sorted(
        path for name in ("templates", "static") for path in (app_folder / name).rglob("*") if path.is_file()
    )
    found = hashlib.sha256()
    for path in files:
        found.update(path.read_bytes())
    return found.hexdigest()
