"""A question made ready for a page: before its answer is due, after grading, or when an answer can't be read."""

from collections.abc import Mapping
from dataclasses import replace

from markupsafe import Markup
from werkzeug.datastructures import MultiDict

from app.web.answer_form import read_form, write_form
from app.web.question_outcomes import mark_part
from app.web.question_parts import Sheet, show_part
from app.web.question_views import QuestionView, ResultView, Status
from quizzes.grading import FULL, NOTHING, Graded
from quizzes.interactions import Item, Question, question_of
from quizzes.paper import arrange
from quizzes.responses import JSON, Unreadable
from quizzes.scoring import marks as marks_of_score
from quizzes.text import Marks, to_html

__all__ = ["QuestionView", "read_form", "show_graded", "show_question", "show_unreadable"]


def show_question(
    item: Item,
    *,
    seed: str,
    response: JSON = None,
    name: str = "",
    number: int | None = None,
    marks: Marks = (),
    total: int | None = None,
) -> QuestionView:
    """Return a question that waits for an answer, with what was answered so far filled in."""
    question = arrange(question_of(item), seed)
    return _view(question, write_form(question, response, name), name, marks, (number, total))


def show_unreadable(  # noqa: PLR0913 (by name only: a page has this much to say of a question)
    item: Item,
    *,
    seed: str,
    form: MultiDict[str, str],
    unreadable: Unreadable,
    name: str = "",
    number: int | None = None,
    marks: Marks = (),
    total: int | None = None,
) -> QuestionView:
    """Return a question with the fields as they were sent, and the message tied to the part it is about."""
    question = arrange(question_of(item), seed)
    known = {part.key for part in question.parts}
    errors = {unreadable.part: unreadable.message} if unreadable.part in known else {}
    view = _view(question, form, name, marks, (number, total), errors)
    return replace(view, status="unreadable", error="" if errors else unreadable.message)


def show_graded(  # noqa: PLR0913 (as above)
    item: Item,
    *,
    seed: str,
    response: JSON,
    graded: Graded,
    name: str = "",
    number: int | None = None,
    marks: Marks = (),
    reveal: bool,
    see_url: str = "",
    total: int | None = None,
) -> QuestionView:
    """Return a question with the learner's answer and its marks.

    Only with `reveal` does it hold what was right, the feedback, the explanation and the way to the passage.
    """
    question = arrange(question_of(item), seed)
    view = _view(question, write_form(question, response, name), name, marks, (number, total))
    result = ResultView(_points(graded, item.points), str(item.points))
    if not reveal:
        return replace(view, status="blank" if graded.blank else "answered", hint=None, result=result)
    known_mistake = False
    parts = []
    for part, part_view, graded_part in zip(item.parts, view.parts, graded.parts, strict=True):
        parts.append(mark_part(part, part_view, graded_part, marks))
        known_mistake = known_mistake or any(
            verdict.element in part.feedback and not verdict.correct for verdict in graded_part.verdicts
        )
    status = _status(graded)
    general = item.right if status == "right" else "" if status == "blank" or known_mistake else item.wrong
    return replace(
        view,
        status=status,
        hint=None,
        parts=tuple(parts),
        result=replace(
            result, general=_html(general, marks), explanation=_html(item.explanation, marks), see_url=see_url
        ),
    )


def _view(
    question: Question,
    form: MultiDict[str, str],
    name: str,
    marks: Marks,
    numbers: tuple[int | None, int | None],
    errors: Mapping[str, str] | None = None,
) -> QuestionView:
    sheet = Sheet(f"q-{question.id}", name, form, marks, errors or {})
    lead, body = _split(to_html(question.prompt, marks))
    return QuestionView(
        id=sheet.prefix,
        item_id=question.id,
        kind=question.kind,
        name=name,
        number=numbers[0],
        total=numbers[1],
        points=question.points,
        partial_credit=question.partial_credit,
        lead=lead,
        body=body,
        hint=_html(question.hint, marks),
        parts=tuple(show_part(part, sheet) for part in question.parts),
    )


def _split(html: str) -> tuple[Markup, Markup | None]:
    """Return the first paragraph without its tags, and the rest; a prompt without one is all lead."""
    if not html.startswith("<p>"):
        return Markup(html), None  # noqa: S704 (rendered by quizzes.text, which lets no raw HTML through)
    lead, _, body = html.removeprefix("<p>").partition("</p>")
    return Markup(lead), Markup(body.strip()) or None  # noqa: S704 (as above)


def _html(source: str, marks: Marks) -> Markup | None:
    return Markup(to_html(source, marks)) if source else None  # noqa: S704 (rendered by quizzes.text)


def _status(graded: Graded) -> Status:
    if graded.blank:
        return "blank"
    if graded.score == FULL:
        return "right"
    return "wrong" if graded.score == NOTHING else "partly"


def _points(graded: Graded, possible: int) -> str:
    return format(marks_of_score(graded.score, possible).normalize(), "f")
