"""The result of an attempt: marks, and what was right and why where that is due."""

from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from flask import redirect, render_template, url_for
from werkzeug import Response

from app.models import AttemptState
from app.services.attempts.reviewing import Reason, review_of
from app.services.attempts.viewing import StoredAttempt
from app.services.outline import LessonLine
from app.services.standing import QuizMark
from app.web.graded import graded_views
from app.web.learn.blueprint import blueprint
from app.web.learn.courses import standing_in
from app.web.learn.finding import attempt_or_404
from app.web.learn.quizzes import QuizPage, quiz_page
from app.web.learn.readings import Reading, readings_of
from app.web.questions import QuestionView
from courseware.course import Course
from quizzes.quiz import Quiz


@dataclass(frozen=True, slots=True)
class ResultPage:
    """What the page of a closed attempt shows; `reason` says whether, and why not, the answers are due."""

    attempt_id: int
    number: int
    is_set_aside: bool
    submitted_at: datetime | None
    earned: Fraction
    points: int
    passed: bool
    counts: bool
    answered: int
    reason: Reason
    quiz: QuizPage
    after: LessonLine | None
    views: tuple[QuestionView, ...]
    readings: tuple[Reading, ...]

    @property
    def share(self) -> Fraction:
        """Return the share of points earned, 0 to 1."""
        return self.earned / self.points if self.points else Fraction(0)


@blueprint.get("/attempts/<id:attempt_id>/result")
def result(attempt_id: int) -> Response | str:
    """Show a closed attempt; an open one goes back to its questions."""
    found, course, quiz = attempt_or_404(attempt_id)
    if found.is_open:
        return redirect(url_for("learn.attempt", attempt_id=attempt_id))
    return render_template("learn/result.html", page=_page(found, course, quiz))


def _page(attempt: StoredAttempt, course: Course, quiz: Quiz) -> ResultPage:
    standing = standing_in(course)
    mark = standing.quizzes.get(quiz.slug, QuizMark())
    reason = review_of(quiz.settings, mark, attempt.id)
    page = quiz_page(course, quiz, standing)
    views = graded_views(course, attempt, reveal=reason == "due")
    items = (answer.item for answer in attempt.answers)
    lines = page.outline.lessons
    number = page.lesson.number if page.lesson else len(lines)
    return ResultPage(
        attempt_id=attempt.id,
        number=attempt.number,
        is_set_aside=attempt.state is AttemptState.SET_ASIDE,
        submitted_at=attempt.submitted_at,
        earned=attempt.earned or Fraction(0),
        points=attempt.points,
        passed=bool(attempt.passed),
        counts=page.counted is not None and page.counted.attempt_id == attempt.id,
        answered=sum(answer.is_answered for answer in attempt.answers),
        reason=reason,
        quiz=page,
        after=lines[number] if number < len(lines) else None,
        views=views,
        readings=readings_of(course, list(zip(items, views, strict=True))) if reason == "due" else (),
    )
