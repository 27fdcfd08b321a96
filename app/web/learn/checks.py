"""Answer a check in its lesson."""

from flask import abort, redirect, render_template, request, url_for
from werkzeug import Response

from app.access import me_for_writing
from app.clock import now
from app.db import db
from app.log import log_event
from app.services.attempts.checking import answer_check
from app.services.attempts.viewing import is_blank
from app.web.learn.asking import wants_fragment
from app.web.learn.blueprint import blueprint
from app.web.learn.check_views import Refused, check_item, field_prefix, find_item, show_check_result
from app.web.learn.courses import standing_in
from app.web.learn.finding import course_or_404, lesson_or_404
from app.web.learn.lessons import lesson_html
from app.web.questions import QuestionView, read_form, show_unreadable
from app.words import gettext as _
from courseware.course import Course, Lesson
from quizzes.grading import Graded
from quizzes.interactions import Item, question_of
from quizzes.quiz import Quiz
from quizzes.responses import JSON, Unreadable, read

UNREADABLE = 422


@blueprint.post("/courses/<slug:course>/lessons/<slug:lesson>/checks/<slug:quiz>/<slug:item>")
def answer_check_item(course: str, lesson: str, quiz: str, item: str) -> Response | str | tuple[str, int]:
    """Grade and keep an answer, then show the lesson where it stands; a script gets the question alone."""
    found_course = course_or_404(course)
    found_lesson = lesson_or_404(found_course, lesson)
    found_quiz, found = _asked(found_course, found_lesson, quiz, item)
    raw = read_form(question_of(found), request.form, field_prefix(found.id))
    refused = _unreadable(found, raw)
    if refused:
        return _refuse(found_course, found_lesson, found_quiz, found, refused)
    at = now()
    identity = me_for_writing(at)
    graded = answer_check(db.session, found_quiz, found, identity.id, raw, now=at)
    db.session.commit()
    log_event("check.answered", course=course, quiz=quiz, item=item)
    if wants_fragment() and isinstance(graded, Graded):
        return _fragment(
            found_course, found_lesson, found_quiz, show_check_result(found_course, found_quiz, found, raw, graded)
        )
    return redirect(url_for("learn.lesson", course=course, lesson=lesson, _anchor=f"q-{found.id}"))


def _unreadable(item: Item, raw: JSON) -> Unreadable | None:
    """Return why an answer can't be taken, before anybody is made a guest for it; a blank one can't either."""
    responses = read(item, raw)
    if isinstance(responses, Unreadable):
        return responses
    if is_blank(item, raw):
        return Unreadable(item.parts[0].key, _("Answer the question first."))
    return None


def _asked(course: Course, lesson: Lesson, quiz_slug: str, item_id: str) -> tuple[Quiz, Item]:
    """Return what is asked here, or 404: only what the lesson asks is answered in it."""
    asked = any(check.quiz == quiz_slug and item_id in check.items for check in lesson.checks)
    quiz = course.quiz(quiz_slug) if asked else None
    item = find_item(quiz, item_id) if quiz else None
    if quiz is None or item is None:
        abort(404, description=_("This lesson no longer asks that question. Open the lesson again."))
    return quiz, item


def _refuse(course: Course, lesson: Lesson, quiz: Quiz, item: Item, unreadable: Unreadable) -> tuple[str, int]:
    """Show the question as it was sent, with what is wrong."""
    if wants_fragment():
        view = show_unreadable(
            item,
            seed=quiz.slug,
            form=request.form,
            unreadable=unreadable,
            name=field_prefix(item.id),
            marks=course.marks,
        )
        return _fragment(course, lesson, quiz, view), UNREADABLE
    refused = Refused(item.id, request.form, unreadable)
    return lesson_html(course, lesson, standing_in(course), refused=refused), UNREADABLE


def _fragment(course: Course, lesson: Lesson, quiz: Quiz, view: QuestionView) -> str:
    return render_template("learn/check.html", check=check_item(course, lesson, quiz, view))
