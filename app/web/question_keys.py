"""A question for who looks after it: no answer was given, so it shows what is right and what is said of each answer."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from markupsafe import Markup, escape

from app.web.question_views import ChoiceView, EntryView, KnownAnswer, OptionView, Outcome, OutcomeState, PartView
from app.web.questions import QuestionView, show_graded
from quizzes.grading import FULL, NOTHING, Graded, grade
from quizzes.interactions import ChoiceKey, Interval, Item, NumberKey, Part, Rule, TextKey
from quizzes.paper import in_authored_order
from quizzes.text import Marks, to_html


def show_key(item: Item, *, number: int, total: int, marks: Marks = ()) -> QuestionView:
    """Return a question with its key; its options stand as their author put them."""
    item = in_authored_order(item)
    graded = grade(item, {})
    if not isinstance(graded, Graded):
        raise TypeError(f"item {item.id!r}: no answer at all must be readable")
    view = show_graded(
        item,
        seed="",
        response={},
        graded=graded,
        number=number,
        total=total,
        marks=marks,
        reveal=True,
    )
    parts = tuple(_with_key(part, shown, marks) for part, shown in zip(item.parts, view.parts, strict=True))
    result = view.result and replace(view.result, if_right=_html(item.right, marks), if_wrong=_html(item.wrong, marks))
    return replace(view, parts=parts, result=result)


def _html(source: str, marks: Marks) -> Markup | None:
    return Markup(to_html(source, marks)) if source else None  # noqa: S704 (quizzes.text lets no raw HTML through)


def _with_key(part: Part, view: PartView, marks: Marks) -> PartView:
    """Return a part of which each answer that is known has its outcome."""
    said = {element: html for element, text in part.feedback.items() if (html := _html(text, marks))}
    match view, part.answer:
        case ChoiceView(form="list" | "output"), ChoiceKey() as key:
            options = tuple(option and _option(option, key, said) for option in view.options)
            return replace(view, options=options, others=())
        case EntryView(), TextKey(forms=forms):
            texts = ((form.key, " · ".join(form.texts), form.credit) for form in forms)
            return replace(view, known=tuple(_known(*text, said) for text in texts))
        case EntryView(), NumberKey(intervals=intervals):
            numbers = ((found.key, _reach(found), found.credit) for found in intervals)
            return replace(view, known=tuple(_known(*number, said) for number in numbers))
        case _:
            return view


def _option(option: OptionView, key: ChoiceKey, said: Mapping[str, Markup]) -> OptionView:
    share = key.credit.get(option.value, NOTHING) if key.rule is Rule.BY_PART else NOTHING
    # One of several right options is right, however little it earns by itself.
    state = "right" if option.value in key.correct else _state(share)
    return replace(option, outcome=Outcome(state, said.get(option.value)))


def _known(element: str, label: str, credit: Fraction, said: Mapping[str, Markup]) -> KnownAnswer:
    return KnownAnswer(escape(label), Outcome(_state(credit), said.get(element)))


def _state(share: Fraction) -> OutcomeState:
    if share == FULL:
        return "right"
    return "partly" if share > NOTHING else "wrong"


def _reach(interval: Interval) -> str:
    low, high = _plain(interval.low), _plain(interval.high)
    return low if low == high else f"{low} … {high}"


def _plain(number: Decimal) -> str:
    return format(number.normalize(), "f")
