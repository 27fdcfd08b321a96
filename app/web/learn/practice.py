"""Practise a drawn question: each time with new numbers. Nothing is kept and nothing counts."""

from dataclasses import dataclass

from flask import abort, render_template, request, url_for

from app.services.attempts.viewing import is_blank
from app.web.graded import see_url
from app.web.learn.blueprint import blueprint
from app.web.learn.finding import course_or_404
from app.web.practising import PRACTICE, practice_quiz
from app.web.questions import QuestionView, read_form, show_graded, show_question, show_unreadable
from app.words import gettext as _
from courseware.course import Course
from quizzes.grading import Graded, grade
from quizzes.interactions import Item, question_of
from quizzes.paper import as_asked
from quizzes.responses import Unreadable, read

UNREADABLE = 422


@dataclass(frozen=True, slots=True)
class PracticePage:
    """What the page shows: a question, open or graded, where its answer goes, and where the next one is."""

    course: str
    course_title: str
    quiz: str
    quiz_title: str
    view: QuestionView
    action: str
    another_url: str


@blueprint.get("/courses/<slug:course>/practice/<slug:item>/<id:number>")
def practice(course: str, item: str, number: int) -> str:
    """Ask a question with the numbers of this address."""
    found_course = course_or_404(course)
    found = _asked(found_course, item, number)
    return _page(found_course, found, number, show_question(found, seed=found.variant, marks=found_course.marks))


@blueprint.post("/courses/<slug:course>/practice/<slug:item>/<id:number>")
def answer_practice(course: str, item: str, number: int) -> str | tuple[str, int]:
    """Grade an answer and say why; what can't be read is shown as it was sent."""
    found_course = course_or_404(course)
    found = _asked(found_course, item, number)
    raw = read_form(question_of(found), request.form)
    refused = read(found, raw)
    if not isinstance(refused, Unreadable) and is_blank(found, raw):
        refused = Unreadable(found.parts[0].key, _("Answer the question first."))
    graded = grade(found, raw)
    if isinstance(refused, Unreadable) or not isinstance(graded, Graded):
        unreadable = refused if isinstance(refused, Unreadable) else Unreadable("", _("Answer the question first."))
        view = show_unreadable(
            found, seed=found.variant, form=request.form, unreadable=unreadable, marks=found_course.marks
        )
        return _page(found_course, found, number, view), UNREADABLE
    view = show_graded(
        found,
        seed=found.variant,
        response=raw,
        graded=graded,
        marks=found_course.marks,
        reveal=True,
        see_url=see_url(found_course, found.see),
    )
    return _page(found_course, found, number, view)


def _asked(course: Course, item_id: str, number: int) -> Item:
    """Return a question with the numbers of a practice, or 404 where none of its name may be practised."""
    quiz = practice_quiz(course, item_id)
    item = next((one for one in quiz.items if one.id == item_id), None) if quiz else None
    if quiz is None or item is None:
        abort(404, description=_("This course has no question of that name to practise."))
    return as_asked(quiz, quiz.variant(item, PRACTICE.format(number)))


def _page(course: Course, item: Item, number: int, view: QuestionView) -> str:
    quiz = practice_quiz(course, item.id)
    page = PracticePage(
        course=course.slug,
        course_title=course.title,
        quiz=quiz.slug if quiz else "",
        quiz_title=quiz.title if quiz else "",
        view=view,
        action=url_for("learn.answer_practice", course=course.slug, item=item.id, number=number),
        another_url=url_for("learn.practice", course=course.slug, item=item.id, number=number + 1),
    )
    return render_template("learn/practice.html", page=page)
