"""The questions of an attempt that is closed, as its learner or an instructor sees them."""

from dataclasses import replace

from flask import url_for

from app.services.attempts.viewing import StoredAttempt
from app.web.practising import practice_url
from app.web.questions import QuestionView, show_graded
from courseware.course import Course


def graded_views(course: Course, attempt: StoredAttempt, *, reveal: bool) -> tuple[QuestionView, ...]:
    """Return the questions with the answers given and their marks; keys and feedback only with `reveal`."""
    views = (
        show_graded(
            answer.item,
            seed=attempt.seed,
            response=answer.response,
            graded=answer.graded,
            number=number,
            total=len(attempt.answers),
            marks=course.marks,
            reveal=reveal,
            see_url=see_url(course, answer.item.see) if reveal else "",
        )
        for number, answer in enumerate(attempt.answers, 1)
    )
    if not reveal:
        return tuple(views)
    items = (answer.item for answer in attempt.answers)
    return tuple(replace(view, another_url=practice_url(course, item)) for view, item in zip(views, items, strict=True))


def see_url(course: Course, see: str) -> str:
    """Return the address of the passage that teaches an item, or an empty text where the course has lost it."""
    passage = course.passage(see)
    if passage is None:
        return ""
    return url_for("learn.lesson", course=course.slug, lesson=passage.lesson, _anchor=passage.anchor or None)
