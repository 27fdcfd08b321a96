"""Modal feedback: what is said after an answer, each under the identifier that response processing shows."""

from collections.abc import Iterator
from typing import assert_never

from quizzes.exports.nodes import Node
from quizzes.exports.qti import content
from quizzes.exports.qti.names import FEEDBACK, node
from quizzes.exports.qti.plan import PartPlan, Plan
from quizzes.exports.qti.processing import EXPLANATION, RIGHT, WRONG
from quizzes.interactions import Choice, Gap, GapSelect, Judged, Match, NumberEntry, Option, Order, TextEntry


def modal_feedbacks(plan: Plan) -> list[Node]:
    """Return the feedback on options, forms and gaps, on right and wrong answers, and the explanation."""
    item = plan.item
    found = [_modal(name, body) for part in plan.parts for name, body in _on_elements(part)]
    if item.right:
        found.append(_modal(RIGHT, content.blocks(item.right)))
    if item.wrong:
        found.append(_modal(WRONG, content.blocks(item.wrong)))
    explanation = content.blocks(item.explanation)
    for part in plan.parts:
        explanation += _on_all(part)
    if explanation:
        found.append(_modal(EXPLANATION, explanation))
    return found


def _on_elements(plan: PartPlan) -> Iterator[tuple[str, list[Node]]]:
    """Yield feedback that depends on the answer, by identifier."""
    interaction, feedback = plan.part.interaction, plan.part.feedback
    match interaction:
        case Choice(options=options, max_choices=most, form=form):
            for option in options:
                if option.key in feedback:
                    named = _named(option) if most != 1 and form == "list" else []
                    yield plan.element(option.key), [*named, *content.blocks(feedback[option.key])]
        case GapSelect(gaps=gaps):
            for gap in gaps:
                yield from _on_gap(plan, gap)
        case TextEntry() | NumberEntry():
            for key, text in feedback.items():
                yield plan.element(key), content.blocks(text)
        case Match() | Order() | Judged():
            return
        case _:
            assert_never(interaction)


def _on_gap(plan: PartPlan, gap: Gap) -> Iterator[tuple[str, list[Node]]]:
    for option in gap.options:
        element = f"{gap.key}/{option.key}"
        if element in plan.part.feedback:
            yield plan.element(element), [*_named(option), *content.blocks(plan.part.feedback[element])]


def _on_all(plan: PartPlan) -> list[Node]:
    """Return feedback on pairs and positions as one list: QTI has no single answer to tie it to."""
    interaction, feedback = plan.part.interaction, plan.part.feedback
    match interaction:
        case Match(sources=sources, targets=targets):
            options = [*sources, *targets]
        case Order(options=steps):
            options = _in_right_order(plan, steps)
        case _:
            return []
    lines = [
        node("li", *_named(option), *content.blocks(feedback[option.key]))
        for option in options
        if option.key in feedback
    ]
    return [node("ul", *lines)] if lines else []


def _in_right_order(plan: PartPlan, steps: tuple[Option, ...]) -> list[Option]:
    order = getattr(plan.part.answer, "correct", ())
    return sorted(steps, key=lambda step: list(order).index(step.key))


def _named(option: Option) -> list[Node]:
    return [node("p", node("strong", *content.inline(option.text)))]


def _modal(name: str, body: list[Node]) -> Node:
    return node(
        "qti-modal-feedback",
        node("qti-content-body", *body),
        outcome_identifier=FEEDBACK,
        identifier=name,
        show_hide="show",
    )
