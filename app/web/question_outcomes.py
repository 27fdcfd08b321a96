"""What became of each element of a part, added to the part as it was shown. Only for answers that are due."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from markupsafe import Markup

from app.web.question_views import (
    ChoiceView,
    EntryView,
    GapsView,
    GapView,
    MatchView,
    OptionView,
    OrderView,
    OthersView,
    Outcome,
    OutcomeState,
    PartView,
    TargetView,
)
from quizzes.grading import GradedPart, State, Verdict
from quizzes.interactions import Key, NumberKey, Part, TextKey
from quizzes.text import Marks, to_html


def mark_part(part: Part, view: PartView, graded: GradedPart, marks: Marks) -> PartView:
    """Return a shown part with its outcomes, feedback and right answers."""
    feedback = {element: _html(text, marks) for element, text in part.feedback.items() if text}
    verdicts = {verdict.element: verdict for verdict in graded.verdicts}
    match view:
        case ChoiceView():
            return _choice(view, verdicts, feedback)
        case MatchView():
            return _match(view, verdicts, feedback)
        case OrderView():
            return _order(view, graded.verdicts, feedback)
        case GapsView():
            return _gaps(view, verdicts, feedback)
        case EntryView():
            return _entry(view, part.answer, graded, feedback)


def _html(text: str, marks: Marks) -> Markup:
    return Markup(to_html(text, marks))  # noqa: S704 (rendered by quizzes.text, which lets no raw HTML through)


def _outcome(state: State, feedback: Markup | None) -> Outcome | None:
    states: dict[State, OutcomeState] = {State.RIGHT: "right", State.WRONG: "wrong", State.MISSED: "missed"}
    return Outcome(states[state], feedback) if state in states else None


def _choice(view: ChoiceView, verdicts: Mapping[str, Verdict], feedback: Mapping[str, Markup]) -> ChoiceView:
    def marked(option: OptionView) -> OptionView:
        verdict = verdicts.get(option.value)
        outcome = _outcome(verdict.state, feedback.get(option.value)) if verdict else None
        return replace(option, outcome=outcome)

    options = tuple(option and marked(option) for option in view.options)
    others = [option for option in options if option and option.outcome is None and option.value in feedback]
    return replace(view, options=options, others=_by_feedback((option, feedback[option.value]) for option in others))


def _by_feedback(others: Iterable[tuple[OptionView, Markup]]) -> tuple[OthersView, ...]:
    """Return options by their feedback: the lines of a program often share one."""
    groups: dict[Markup, list[OptionView]] = {}
    for option, text in others:
        groups.setdefault(text, []).append(option)
    return tuple(OthersView(tuple(options), text) for text, options in groups.items())


def _match(view: MatchView, verdicts: Mapping[str, Verdict], feedback: Mapping[str, Markup]) -> MatchView:
    sources = []
    for source in view.sources:
        key = source.field.rpartition(".")[2]
        verdict = verdicts.get(key)
        correct = _target(view.targets, verdict.correct if verdict else None)
        outcome = _outcome(verdict.state, feedback.get(key)) if verdict else None
        given = _target(view.targets, source.chosen)
        sources.append(replace(source, given=given, correct=correct, outcome=outcome))
    return replace(view, sources=tuple(sources))


def _target(targets: Sequence[TargetView], value: str | None) -> TargetView | None:
    return next((target for target in targets if target.value == value), None)


def _order(view: OrderView, verdicts: Sequence[Verdict], feedback: Mapping[str, Markup]) -> OrderView:
    right = [verdict.correct for verdict in verdicts]
    states = {verdict.given or verdict.correct: verdict.state for verdict in verdicts}
    labels: dict[str, Markup] = {}
    steps = []
    for step in view.steps:
        key = step.field.rpartition(".")[2]
        labels[key] = step.label
        outcome = _outcome(states[key], feedback.get(key))
        steps.append(replace(step, place=right.index(key) + 1, outcome=outcome))
    all_right = all(state is State.RIGHT for state in states.values())
    right_order = () if all_right or not view.is_ordered else tuple(labels[key] for key in right if key)
    # Without an answer there is no order to mark: the lines stand as they belong, each with its reason.
    steps = steps if view.is_ordered else sorted(steps, key=lambda step: step.place or 0)
    return replace(view, steps=tuple(steps), right_order=right_order)


def _gaps(view: GapsView, verdicts: Mapping[str, Verdict], feedback: Mapping[str, Markup]) -> GapsView:
    pieces = tuple(
        replace(piece, gap=_gap(piece.gap, verdicts, feedback)) if piece.gap else piece for piece in view.pieces
    )
    return replace(view, pieces=pieces)


def _gap(gap: GapView, verdicts: Mapping[str, Verdict], feedback: Mapping[str, Markup]) -> GapView:
    key = gap.field.rpartition(".")[2]
    verdict = verdicts[key]
    correct = _target(gap.options, verdict.correct)
    given_feedback = feedback.get(f"{key}/{verdict.given}")
    correct_feedback = feedback.get(f"{key}/{verdict.correct}") if verdict.state is not State.RIGHT else None
    others = tuple(
        OthersView((OptionView("", option.value, option.label, chosen=False),), feedback[f"{key}/{option.value}"])
        for option in gap.options
        if option.value not in (verdict.given, verdict.correct) and f"{key}/{option.value}" in feedback
    )
    outcome = _outcome(verdict.state, given_feedback)
    return replace(gap, correct=correct, outcome=outcome, correct_feedback=correct_feedback, others=others)


def _entry(view: EntryView, key: Key, graded: GradedPart, feedback: Mapping[str, Markup]) -> EntryView:
    if not graded.verdicts:
        return view
    verdict = graded.verdicts[0]
    outcome = _outcome(verdict.state, feedback.get(verdict.element))
    if outcome and Fraction(0) < graded.score < 1:
        outcome = replace(outcome, state="partly")
    return replace(view, outcome=outcome, right_answer=_right_answer(key))


def _right_answer(key: Key) -> str:
    match key:
        case TextKey(forms=(first, *_)):
            return first.texts[0]
        case NumberKey(answer=answer):
            return _plain(answer)
        case _:
            return ""


def _plain(number: Decimal) -> str:
    return format(number, "f")
