"""The chooser of a course: questions about a project, and at the same address what the answers speak for and why."""

from dataclasses import dataclass

from flask import render_template, request
from markupsafe import Markup

from app.site import public_address
from app.web.learn.blueprint import blueprint
from app.web.learn.chooser_views import (
    OutcomeView,
    ProofView,
    WeightLine,
    address_of,
    inline,
    outcome_view,
    proof_view,
    weight_lines,
)
from app.web.learn.finding import course_or_404, no_page
from app.words import gettext as _
from courseware.chooser.authored import Asked, Chooser, Layered
from courseware.chooser.recommending import Answers, Outcome, Recommendation, recommend
from courseware.course import Course


@dataclass(frozen=True, slots=True)
class ReplyView:
    """An answer that can be given."""

    id: str
    text: Markup
    is_given: bool


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question; `is_open` where none of its answers is given."""

    id: str
    text: Markup
    hint: Markup
    replies: tuple[ReplyView, ...]
    is_open: bool


@dataclass(frozen=True, slots=True)
class LayeredView:
    """The way out where the choice need not be made."""

    name: Markup
    text: Markup
    proof: ProofView | None


@dataclass(frozen=True, slots=True)
class ChooserPage:
    """What the page shows; `address` is for handing on, `layered` None where an answer rules out what it needs."""

    course: str
    course_title: str
    language: str
    title: str
    summary: Markup
    checked: Markup
    questions: tuple[QuestionView, ...]
    answered: int
    outcome: OutcomeView
    layered: LayeredView | None
    address: str
    weights: tuple[WeightLine, ...]
    unknown: tuple[Markup, ...]
    no_difference: tuple[Markup, ...]


@blueprint.get("/courses/<slug:course>/chooser")
def chooser(course: str) -> str:
    """Show a course's chooser; the address holds the answers. What it does not know is passed over."""
    found = course_or_404(course)
    if found.chooser is None:
        no_page(_("The course “%(course)s” has no chooser.", course=found.title))
    return render_template("learn/chooser.html", page=_page(found, found.chooser, _answers(found.chooser)))


def _answers(chooser: Chooser) -> Answers:
    """Return the answers that the address gives, of those that can be given."""
    given = {}
    for question in chooser.questions:
        said = request.args.get(question.id, "")
        if any(said == reply.id for reply in question.replies):
            given[question.id] = said
    return given


def _page(course: Course, chooser: Chooser, answers: Answers) -> ChooserPage:
    outcome = recommend(chooser, answers)
    return ChooserPage(
        course=course.slug,
        course_title=course.title,
        language=course.language,
        title=chooser.title,
        summary=inline(course, chooser.summary),
        checked=inline(course, chooser.checked),
        questions=tuple(_question(course, question, answers) for question in chooser.questions),
        answered=len(answers),
        outcome=outcome_view(course, chooser, answers, outcome),
        layered=_layered(course, chooser.layered) if _may_layer(chooser.layered, outcome) else None,
        address=public_address(address_of(course, answers)),
        weights=weight_lines(course, chooser),
        unknown=tuple(inline(course, line) for line in chooser.unknown),
        no_difference=tuple(inline(course, line) for line in chooser.no_difference),
    )


def _question(course: Course, question: Asked, answers: Answers) -> QuestionView:
    said = answers.get(question.id)
    return QuestionView(
        id=question.id,
        text=inline(course, question.text),
        hint=inline(course, question.hint),
        replies=tuple(ReplyView(reply.id, inline(course, reply.text), reply.id == said) for reply in question.replies),
        is_open=said is None,
    )


def _may_layer(layered: Layered, outcome: Outcome) -> bool:
    if not isinstance(outcome, Recommendation):
        return False
    out = {rule.option.id for rule in outcome.ruled_out}
    return out.isdisjoint(layered.not_if_ruled_out)


def _layered(course: Course, layered: Layered) -> LayeredView:
    return LayeredView(inline(course, layered.name), inline(course, layered.text), proof_view(course, layered.claim))
