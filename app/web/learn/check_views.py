"""The questions of a check, in the lesson that asks them: open, answered or refused."""

from dataclasses import dataclass, replace

from flask import url_for
from werkzeug.datastructures import MultiDict

from app.services.attempts.checking import CheckAnswer
from app.services.standing import Standing
from app.web.graded import see_url
from app.web.questions import QuestionView, show_graded, show_question, show_unreadable
from courseware.course import CheckBlock, Course, Lesson
from quizzes.grading import Graded, grade
from quizzes.interactions import Item
from quizzes.paper import as_asked
from quizzes.quiz import Quiz
from quizzes.responses import JSON, Unreadable


@dataclass(frozen=True, slots=True)
class CheckItem:
    """One question with where its answer goes, and where it can be tried again."""

    view: QuestionView
    action: str
    again_url: str


@dataclass(frozen=True, slots=True)
class Refused:
    """An answer that can't be taken, as it was sent."""

    item_id: str
    form: MultiDict[str, str]
    unreadable: Unreadable


def check_items(
    course: Course, lesson: Lesson, block: CheckBlock, standing: Standing, again: str, refused: Refused | None
) -> tuple[CheckItem, ...]:
    """Return the questions that a block of a lesson asks; those answered show what is right and why."""
    quiz = course.bank.quizzes[block.quiz]
    answers = standing.checks.get(block.quiz, {})
    found = []
    for item_id in block.items:
        item = find_item(quiz, item_id)
        if item is None:
            continue
        if refused is not None and refused.item_id == item_id:
            view = show_unreadable(
                item,
                seed=quiz.slug,
                form=refused.form,
                unreadable=refused.unreadable,
                name=field_prefix(item_id),
                marks=course.marks,
            )
        else:
            view = check_view(course, quiz, item, None if again == item_id else answers.get(item_id))
        found.append(check_item(course, lesson, quiz, view))
    return tuple(found)


def check_item(course: Course, lesson: Lesson, quiz: Quiz, view: QuestionView) -> CheckItem:
    """Return a question with its addresses."""
    return CheckItem(
        view=view,
        action=url_for(
            "learn.answer_check_item", course=course.slug, lesson=lesson.slug, quiz=quiz.slug, item=view.item_id
        ),
        again_url=url_for("learn.lesson", course=course.slug, lesson=lesson.slug, again=view.item_id, _anchor=view.id),
    )


def check_view(course: Course, quiz: Quiz, item: Item, answer: CheckAnswer | None) -> QuestionView:
    """Return a check's question, graded where it is answered."""
    name = field_prefix(item.id)
    graded = grade(item, answer.response) if answer else None
    if answer is None or not isinstance(graded, Graded):  # unreadable: answered before the item was changed
        return show_question(item, seed=quiz.slug, name=name, marks=course.marks)
    return show_check_result(course, quiz, item, answer.response, replace(graded, score=answer.score))


def show_check_result(course: Course, quiz: Quiz, item: Item, response: JSON, graded: Graded) -> QuestionView:
    """Return a check's question with its result."""
    return show_graded(
        item,
        seed=quiz.slug,
        response=response,
        graded=graded,
        name=field_prefix(item.id),
        marks=course.marks,
        reveal=True,
        see_url=see_url(course, item.see),
    )


def find_item(quiz: Quiz, item_id: str) -> Item | None:
    """Return an item of a check as it is asked."""
    return next((as_asked(quiz, item) for item in quiz.items if item.id == item_id), None)


def field_prefix(item_id: str) -> str:
    """Return what the names of an item's fields start with, so that several items stand in one page."""
    return f"{item_id}."
