"""What the chooser recommends, as its page shows it: what comes first and why, and what would turn it."""

from dataclasses import dataclass
from typing import Literal, assert_never
from urllib.parse import urlencode

from flask import url_for
from markupsafe import Markup, escape

from app.words import listed
from courseware.chooser.authored import Choosable, Chooser
from courseware.chooser.recommending import (
    Answers,
    NothingLeft,
    NothingSaid,
    Outcome,
    Reason,
    Recommendation,
    RuledOut,
    Turn,
)
from courseware.course import Course, facet_class
from courseware.links import PathLinks
from quizzes.text import to_inline_html, to_plain

Verdict = Literal["nothing-said", "nothing-left", "only-one", "tie", "close", "clear"]


@dataclass(frozen=True, slots=True)
class ProofView:
    """Where a reason is proved."""

    claim: str
    url: str
    statement: str


@dataclass(frozen=True, slots=True)
class ReasonView:
    """You said so, which speaks for an option with a weight, or rules it out, because of something."""

    option: Markup
    said: Markup
    because: Markup
    weight: int
    proof: ProofView | None


@dataclass(frozen=True, slots=True)
class StandingView:
    """An option that is still in; `percent` is its weight beside the heaviest, 0 to 100."""

    option: Markup
    weight: int
    percent: int
    reasons: tuple[ReasonView, ...]


@dataclass(frozen=True, slots=True)
class TurnView:
    """The one answer that would put another option first, with the address at which it is given."""

    question: Markup
    reply: Markup
    winner: Markup
    url: str


@dataclass(frozen=True, slots=True)
class OutcomeView:
    """What the answers come to; `standings` are heaviest first, `level` names those that share the first place."""

    verdict: Verdict
    standings: tuple[StandingView, ...] = ()
    level: str = ""
    ruled_out: tuple[ReasonView, ...] = ()
    margin: int = 0
    total: int = 0
    turn: TurnView | None = None


@dataclass(frozen=True, slots=True)
class WeightLine:
    """One line of the table of all weights; `weight` is None where the answer rules the option out."""

    question: Markup
    reply: Markup
    option: Markup
    weight: int | None
    because: Markup
    proof: ProofView | None


def outcome_view(course: Course, chooser: Chooser, answers: Answers, outcome: Outcome) -> OutcomeView:
    """Return what the answers come to, in words and marks of the course."""
    match outcome:
        case NothingSaid():
            return OutcomeView("nothing-said")
        case NothingLeft(ruled_out=ruled_out):
            return OutcomeView("nothing-left", ruled_out=_rules(course, ruled_out))
        case Recommendation():
            return _recommended(course, answers, outcome)
        case _:
            assert_never(outcome)


def weight_lines(course: Course, chooser: Chooser) -> tuple[WeightLine, ...]:
    """Return every reason of a chooser with its weight, in the order of the questions."""
    options = {option.id: option_html(course, option) for option in chooser.options}
    lines = []
    for question in chooser.questions:
        for reply in question.replies:
            asked, said = inline(course, question.text), inline(course, reply.text)
            for voice in reply.speaks:
                because, proof = inline(course, voice.because), proof_view(course, voice.claim)
                lines.append(WeightLine(asked, said, options[voice.to], voice.weight, because, proof))
            for rule in reply.rules_out:
                because, proof = inline(course, rule.because), proof_view(course, rule.claim)
                lines.append(WeightLine(asked, said, options[rule.option], None, because, proof))
    return tuple(lines)


def address_of(course: Course, answers: Answers) -> str:
    """Return the address of the chooser with these answers; a question may have any name, so they go there by hand."""
    query = urlencode(answers)
    return url_for("learn.chooser", course=course.slug) + (f"?{query}" if query else "")


def option_html(course: Course, option: Choosable) -> Markup:
    """Return an option's name, with the mark of its facet where it has one."""
    facet = next((facet for facet in course.facets if facet.id == option.facet), None)
    if facet is None:
        return escape(option.name)
    return Markup('<span class="{}">{}</span>').format(facet_class(facet), option.name)


def proof_view(course: Course, claim: str) -> ProofView | None:
    """Return where a claim is proved, or None where the course has no such claim."""
    found = course.claims.get(claim)
    if found is None:
        return None
    return ProofView(claim, f"{PathLinks().ledger(course.slug)}#{claim}", to_plain(found.statement))


def inline(course: Course, text: str) -> Markup:
    """Return a text of the chooser as HTML, its claims linked to their proofs."""
    return Markup(to_inline_html(text, course.marks, PathLinks().ledger(course.slug)))  # noqa: S704 (rendered by quizzes.text, which lets no raw HTML through)


def _recommended(course: Course, answers: Answers, outcome: Recommendation) -> OutcomeView:
    heaviest = outcome.standings[0].weight
    return OutcomeView(
        verdict=_verdict(outcome),
        standings=tuple(
            StandingView(
                option=option_html(course, standing.option),
                weight=standing.weight,
                percent=round(100 * standing.weight / heaviest) if heaviest else 0,
                reasons=tuple(_reason(course, reason) for reason in outcome.reasons_for(standing.option)),
            )
            for standing in outcome.standings
        ),
        level=listed([standing.option.name for standing in outcome.standings if standing.weight == heaviest]),
        ruled_out=_rules(course, outcome.ruled_out),
        margin=outcome.margin,
        total=outcome.total,
        turn=_turn(course, answers, outcome.turn) if outcome.turn else None,
    )


def _verdict(outcome: Recommendation) -> Verdict:
    if outcome.runner_up is None:
        return "only-one"
    if outcome.is_tie:
        return "tie"
    return "close" if outcome.is_close else "clear"


def _reason(course: Course, reason: Reason) -> ReasonView:
    option, proof = option_html(course, reason.option), proof_view(course, reason.claim)
    return ReasonView(option, inline(course, reason.said), inline(course, reason.because), reason.weight, proof)


def _rules(course: Course, rules: tuple[RuledOut, ...]) -> tuple[ReasonView, ...]:
    return tuple(
        ReasonView(
            option=option_html(course, rule.option),
            said=inline(course, rule.said),
            because=inline(course, rule.because),
            weight=0,
            proof=proof_view(course, rule.claim),
        )
        for rule in rules
    )


def _turn(course: Course, answers: Answers, turn: Turn) -> TurnView:
    turned = {**answers, turn.question.id: turn.reply.id}
    return TurnView(
        question=inline(course, turn.question.text),
        reply=inline(course, turn.reply.text),
        winner=option_html(course, turn.winner),
        url=f"{address_of(course, turned)}#result",
    )
