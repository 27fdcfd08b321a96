"""Answers to a recommendation: hard requirements first, then weights. Pure, and the same for any course.

Adding weight for an option never lowers it; without answers nothing is recommended; ties are reported.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from courseware.chooser.authored import Asked, Choosable, Chooser, Reply

Answers = Mapping[str, str]  # question id -> reply id


@dataclass(frozen=True, slots=True)
class Reason:
    """You said so, which speaks for an option with a weight, because of a claim."""

    option: Choosable
    said: str
    weight: int
    because: str
    claim: str


@dataclass(frozen=True, slots=True)
class RuledOut:
    """You said so, which rules an option out."""

    option: Choosable
    said: str
    because: str
    claim: str


@dataclass(frozen=True, slots=True)
class Standing:
    """An option that is still in, with the sum of the weights that speak for it."""

    option: Choosable
    weight: int


@dataclass(frozen=True, slots=True)
class Turn:
    """The one answer that would turn the result: to which question, and for what."""

    question: Asked
    reply: Reply
    winner: Choosable


@dataclass(frozen=True, slots=True)
class NothingSaid:
    """No answer speaks for or against anything."""


@dataclass(frozen=True, slots=True)
class NothingLeft:
    """The hard requirements rule everything out."""

    ruled_out: tuple[RuledOut, ...]


@dataclass(frozen=True, slots=True)
class Recommendation:
    """What comes first and why.

    `standings` are all options still in, heaviest first. `is_close` where the margin between the first two is
    under the chooser's share of all weight given, `is_tie` where there is none.
    """

    standings: tuple[Standing, ...]
    reasons: tuple[Reason, ...]
    ruled_out: tuple[RuledOut, ...]
    total: int
    is_close: bool
    turn: Turn | None

    @property
    def winner(self) -> Choosable:
        """Return what comes first."""
        return self.standings[0].option

    @property
    def runner_up(self) -> Standing | None:
        """Return what comes second, or None where only one is left."""
        return self.standings[1] if len(self.standings) > 1 else None

    @property
    def margin(self) -> int:
        """Return how much more weight the first has than the second."""
        return self.standings[0].weight - (self.standings[1].weight if len(self.standings) > 1 else 0)

    def reasons_for(self, option: Choosable) -> tuple[Reason, ...]:
        """Return what speaks for an option, in the order of the questions."""
        return tuple(reason for reason in self.reasons if reason.option.id == option.id)

    @property
    def is_tie(self) -> bool:
        """Say whether the first two have the same weight."""
        return self.runner_up is not None and self.margin == 0


Outcome = NothingSaid | NothingLeft | Recommendation


def recommend(chooser: Chooser, answers: Answers) -> Outcome:
    """Return what the answers speak for; unknown questions and replies are passed over."""
    outcome = _weigh(chooser, answers)
    if not isinstance(outcome, Recommendation):
        return outcome
    return Recommendation(
        standings=outcome.standings,
        reasons=outcome.reasons,
        ruled_out=outcome.ruled_out,
        total=outcome.total,
        is_close=outcome.is_close,
        turn=_turn(chooser, answers, outcome),
    )


def given(chooser: Chooser, answers: Answers) -> Iterator[tuple[Asked, Reply]]:
    """Yield each question that was answered, with its reply."""
    for question in chooser.questions:
        for reply in question.replies:
            if answers.get(question.id) == reply.id:
                yield question, reply


def _weigh(chooser: Chooser, answers: Answers) -> Outcome:
    options = {option.id: option for option in chooser.options}
    replies = [reply for _, reply in given(chooser, answers)]
    reasons = tuple(
        Reason(options[voice.to], reply.said, voice.weight, voice.because, voice.claim)
        for reply in replies
        for voice in reply.speaks
    )
    ruled_out = tuple(
        RuledOut(options[rule.option], reply.said, rule.because, rule.claim)
        for reply in replies
        for rule in reply.rules_out
    )
    if not reasons and not ruled_out:
        return NothingSaid()
    out = {rule.option.id for rule in ruled_out}
    left = [option for option in chooser.options if option.id not in out]
    if not left:
        return NothingLeft(ruled_out)
    weights = {option.id: sum(r.weight for r in reasons if r.option.id == option.id) for option in left}
    ranked = sorted(left, key=lambda option: -weights[option.id])  # stable: a tie keeps the authored order
    standings = tuple(Standing(option, weights[option.id]) for option in ranked)
    total = sum(reason.weight for reason in reasons)
    return Recommendation(standings, reasons, ruled_out, total, _is_close(standings, total, chooser), None)


def _is_close(standings: tuple[Standing, ...], total: int, chooser: Chooser) -> bool:
    if len(standings) == 1:
        return False
    margin = standings[0].weight - standings[1].weight
    return margin * 100 < chooser.close_percent * total or total == 0


def _turn(chooser: Chooser, answers: Answers, outcome: Recommendation) -> Turn | None:
    """Return the single other answer that puts something else clearly first, by the widest margin."""
    best: Turn | None = None
    widest = 0
    for question in chooser.questions:
        for reply in question.replies:
            other = _weigh(chooser, {**answers, question.id: reply.id})
            if not isinstance(other, Recommendation) or other.winner.id == outcome.winner.id:
                continue
            if other.margin > widest:
                best, widest = Turn(question, reply, other.winner), other.margin
    return best
