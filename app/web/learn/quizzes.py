"""A quiz before it begins: its rules, my attempts at it, and the way in."""

import secrets
from dataclasses import dataclass
from fractions import Fraction

from flask import flash, redirect, render_template, url_for
from markupsafe import Markup
from werkzeug import Response

from app.access import me_for_writing
from app.clock import now
from app.db import db
from app.log import log_event
from app.services.attempts.beginning import NoAttemptsLeft, begin_attempt
from app.services.outline import LessonLine, Outline, outline_of
from app.services.standing import Finished, QuizMark, Standing
from app.web.learn.blueprint import blueprint
from app.web.learn.courses import standing_in
from app.web.learn.finding import course_or_404, quiz_or_404
from app.words import gettext as _
from courseware.course import Course
from quizzes.quiz import Counts, Layout, Quiz, Review
from quizzes.text import to_inline_html

SEED_BYTES = 16


@dataclass(frozen=True, slots=True)
class QuizPage:
    """What a quiz's page shows. `allowed` 0 means no limit; `points` are the least and the most of any draw."""

    course: str
    slug: str
    title: str
    summary: Markup
    size: int
    points: tuple[int, int]
    pass_percent: int
    layout: Layout
    counts: Counts
    review: Review
    allowed: int
    mark: QuizMark
    share: Fraction | None
    counted: Finished | None
    outline: Outline
    lesson: LessonLine | None

    @property
    def used(self) -> int:
        """Return how many attempts are submitted."""
        return len(self.mark.finished)

    @property
    def left(self) -> int:
        """Return how many attempts are left to submit; only where there is a limit."""
        return max(0, self.allowed - self.used)

    @property
    def may_begin(self) -> bool:
        """Say whether another attempt can begin now."""
        return self.mark.open_id is None and (not self.allowed or self.left > 0)


@blueprint.get("/courses/<slug:course>/quizzes/<slug:quiz>")
def quiz(course: str, quiz: str) -> str:
    """Show a quiz's rules and my attempts."""
    found_course = course_or_404(course)
    found = quiz_or_404(found_course, quiz)
    page = quiz_page(found_course, found, standing_in(found_course))
    return render_template("learn/quiz.html", page=page)


@blueprint.post("/courses/<slug:course>/quizzes/<slug:quiz>")
def begin(course: str, quiz: str) -> Response:
    """Begin an attempt, or go back to the one that is open."""
    found_course = course_or_404(course)
    found = quiz_or_404(found_course, quiz)
    at = now()
    identity = me_for_writing(at)
    seed = secrets.token_hex(SEED_BYTES)
    begun = begin_attempt(db.session, found_course.bank, found, identity.id, now=at, seed=seed)
    db.session.commit()
    if isinstance(begun, NoAttemptsLeft):
        flash(_("No attempts are left."), "bad")
        return redirect(url_for("learn.quiz", course=course, quiz=quiz))
    if not begun.resumed:
        log_event("attempt.begun", course=course, quiz=quiz, attempt=begun.attempt_id)
    return redirect(url_for("learn.attempt", attempt_id=begun.attempt_id))


def quiz_page(course: Course, quiz: Quiz, standing: Standing) -> QuizPage:
    """Return what a quiz's page shows to somebody who stands so in its course."""
    settings = quiz.settings
    mark = standing.quizzes.get(quiz.slug, QuizMark())
    outline = outline_of(course, standing)
    lesson = course.lesson_of(quiz.slug)
    return QuizPage(
        course=course.slug,
        slug=quiz.slug,
        title=quiz.title,
        summary=Markup(to_inline_html(settings.summary, course.marks)),  # noqa: S704 (rendered by quizzes.text, which lets no raw HTML through)
        size=course.bank.size(quiz),
        points=_points(course, quiz),
        pass_percent=settings.pass_percent,
        layout=settings.layout,
        counts=settings.counts,
        review=settings.review,
        allowed=settings.attempts,
        mark=mark,
        share=standing.counting_share(course, quiz.slug),
        counted=counted_attempt(mark, settings.counts),
        outline=outline,
        lesson=outline.line(lesson.slug) if lesson else None,
    )


def counted_attempt(mark: QuizMark, counts: Counts) -> Finished | None:
    """Return the attempt that counts, where it is a single one: the first of the best, the first or the last."""
    if not mark.finished:
        return None
    match counts:
        case "best":
            return max(mark.finished, key=lambda attempt: Fraction(attempt.earned, attempt.points or 1))
        case "first":
            return mark.finished[0]
        case "last":
            return mark.finished[-1]
        case "mean":
            return None


def _points(course: Course, quiz: Quiz) -> tuple[int, int]:
    """Return between which points the papers of a quiz lie, each draw taken at its least and at its most."""
    if not quiz.settings.draw:
        points = sum(item.points for item in quiz.items)
        return points, points
    least = most = 0
    for draw in quiz.settings.draw:
        worth = sorted(item.points for item in course.bank.candidates(draw))
        least += sum(worth[: draw.count])
        most += sum(worth[-draw.count :])
    return least, most
