"""Every kind of question in every state, as one page a state, for the browser and for the eye."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from werkzeug.datastructures import MultiDict

from app.web.questions import QuestionView, show_graded, show_question, show_unreadable
from quizzes.grading import Graded, grade
from quizzes.interactions import Choice, Item, Match, NumberEntry, Order, question_of
from quizzes.paper import arrange
from quizzes.quiz import Quiz, read_quiz
from quizzes.responses import JSON, Unreadable
from quizzes.text import marks_of

HERE = Path(__file__).parent
APP = HERE.parents[1] / "app"
SEED = "a-seed"
MARKS = marks_of({"keras": "facet disc rose", "tensorflow": "facet square amber", "pytorch": "facet triangle violet"})
STATES = ("before", "chosen", "unreadable", "right", "wrong", "partly", "blank", "marks-only")


@cache
def quiz() -> Quiz:
    return read_quiz(HERE / "every_kind.yaml", "course", "every_kind.yaml")


@cache
def environment() -> Environment:
    templates = Environment(
        loader=FileSystemLoader([APP / "templates", HERE]),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.install_null_translations(newstyle=True)
    return templates


def specimen(item: Item, wanted: str) -> JSON | None:
    """Return a response that scores as wanted: right, wrong or partly."""
    scores = {
        "right": lambda score: score == 1,
        "wrong": lambda score: score == 0,
        "partly": lambda score: 0 < score < 1,
    }
    for found in quiz().specimens[item.id]:
        if found.score is not None and found.response and scores[wanted](found.score):
            return found.response
    return None


def unreadable_form(item: Item) -> MultiDict[str, str] | None:
    """Return fields that a learner can send and nobody can read."""
    question = arrange(question_of(item), SEED)
    part = question.parts[0]
    field = f"{item.id}.{part.key}"
    match part.interaction:
        case Order(options=options):
            return MultiDict([(f"{field}.{options[0].key}", "1"), (f"{field}.{options[1].key}", "1")])
        case NumberEntry():
            return MultiDict([(field, "two hundred")])
        case Match(target_max=1, sources=sources, targets=targets):
            return MultiDict((f"{field}.{source.key}", targets[0].key) for source in sources)
        case Choice(max_choices=1, options=options):
            return MultiDict((field, option.key) for option in options)
        case _:
            return None


def views(state: str) -> Iterator[QuestionView]:
    for number, item in enumerate(quiz().items, 1):
        view = _view(item, state, number)
        if view is not None:
            yield view


def _view(item: Item, state: str, number: int) -> QuestionView | None:
    place = {"seed": SEED, "name": f"{item.id}.", "number": number, "marks": MARKS, "total": len(quiz().items)}
    match state:
        case "before":
            return show_question(item, **place)
        case "chosen":
            return show_question(item, response=specimen(item, "wrong"), **place)
        case "unreadable":
            form = unreadable_form(item)
            message = Unreadable("answer", "“two hundred” can’t be read. Write digits, such as 12.5.")
            return form and show_unreadable(item, form=form, unreadable=message, **place)
        case _:
            return _graded(item, state, place)


def _graded(item: Item, state: str, place: Mapping[str, object]) -> QuestionView | None:
    response = {} if state == "blank" else specimen(item, "wrong" if state == "marks-only" else state)
    if response is None:
        return None
    graded = grade(item, response)
    assert isinstance(graded, Graded)
    reveal = state != "marks-only"
    return show_graded(item, response=response, graded=graded, reveal=reveal, see_url="#passage", **place)


def page(state: str, *, scripts: bool = True) -> str:
    return environment().get_template("states.html").render(state=state, questions=list(views(state)), scripts=scripts)
