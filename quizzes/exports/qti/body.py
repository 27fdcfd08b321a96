"""The item body: what a learner sees, one interaction a part."""

from collections.abc import Sequence
from typing import assert_never

from quizzes.exports import markup
from quizzes.exports.nodes import Node
from quizzes.exports.qti import content
from quizzes.exports.qti.names import node
from quizzes.exports.qti.plan import PartPlan, Plan
from quizzes.interactions import (
    Choice,
    Gap,
    GapSelect,
    Judged,
    JudgedKey,
    Match,
    NumberEntry,
    Option,
    Order,
    TextEntry,
)

HINT = "Hint"


def item_body(plan: Plan) -> Node:
    """Return the prompt, the interactions and the hint, which stays closed until it is asked for."""
    inside: list[Node | str] = [*content.blocks(plan.item.prompt)]
    for part in plan.parts:
        inside += _interaction(part)
    if plan.item.hint and not plan.dialect.is_bare:
        summary = node("summary", HINT)
        inside.append(node("div", node("details", summary, node("div", *content.blocks(plan.item.hint)))))
    return node("qti-item-body", *inside)


def _interaction(plan: PartPlan) -> list[Node]:
    interaction = plan.part.interaction
    match interaction:
        case Choice():
            return [_choice(plan, interaction)]
        case Match():
            return [_match(plan, interaction)]
        case Order():
            return [_order(plan, interaction)]
        case GapSelect():
            return _gap_select(plan, interaction)
        case TextEntry(expected_length=length):
            return [node("p", _text_entry(plan, length))]
        case NumberEntry(unit=unit):
            return [node("p", _text_entry(plan, 12), f" {unit}" if unit else "")]
        case Judged():
            return [*_rubric(plan), _extended_text(plan, interaction)]
        case _:
            assert_never(interaction)


def _choice(plan: PartPlan, choice: Choice) -> Node:
    texts = markup.numbered(choice.options) if choice.form == "lines" else [option.text for option in choice.options]
    insides = [content.blocks(text) if choice.form == "list" else [content.code(text)] for text in texts]
    return node(
        "qti-choice-interaction",
        *(
            node("qti-simple-choice", *inside, identifier=plan.element(option.key))
            for option, inside in zip(choice.options, insides, strict=True)
        ),
        response_identifier=plan.response,
        shuffle=_boolean(choice.shuffle),
        max_choices=str(choice.max_choices),
        min_choices="0",
    )


def _match(plan: PartPlan, match_: Match) -> Node:
    return node(
        "qti-match-interaction",
        _match_set(plan, match_.sources, 1),
        _match_set(plan, match_.targets, match_.target_max),
        response_identifier=plan.response,
        shuffle=_boolean(match_.shuffle),
        max_associations=str(len(match_.sources)),
        min_associations="0",
    )


def _match_set(plan: PartPlan, options: Sequence[Option], match_max: int) -> Node:
    choices = (
        node(
            "qti-simple-associable-choice",
            *content.inline(option.text),
            identifier=plan.element(option.key),
            match_max=str(match_max),
        )
        for option in options
    )
    return node("qti-simple-match-set", *choices)


def _order(plan: PartPlan, order: Order) -> Node:
    choices = (
        node("qti-simple-choice", *content.blocks(option.text), identifier=plan.element(option.key))
        for option in order.options
    )
    return node("qti-order-interaction", *choices, response_identifier=plan.response, shuffle="true")


def _gap_select(plan: PartPlan, select: GapSelect) -> list[Node]:
    gaps = {gap.key: gap for gap in select.gaps}
    responses = plan.gap_responses()

    def dropdown(key: str) -> Node:
        choices = _inline_choices(plan, gaps[key])
        shuffle = _boolean(select.shuffle)
        return node("qti-inline-choice-interaction", *choices, response_identifier=responses[key], shuffle=shuffle)

    return content.blocks(select.text, gaps, dropdown)


def _inline_choices(plan: PartPlan, gap: Gap) -> list[Node]:
    written = content.plain if plan.dialect.has_plain_menus else content.inline
    return [
        node("qti-inline-choice", *written(option.text), identifier=plan.element(f"{gap.key}/{option.key}"))
        for option in gap.options
    ]


def _text_entry(plan: PartPlan, length: int) -> Node:
    return node("qti-text-entry-interaction", response_identifier=plan.response, expected_length=str(length))


def _extended_text(plan: PartPlan, judged: Judged) -> Node:
    return node(
        "qti-extended-text-interaction",
        response_identifier=plan.response,
        expected_lines=str(judged.expected_lines),
        format="preformatted" if judged.monospace else "plain",
    )


def _rubric(plan: PartPlan) -> list[Node]:
    key = plan.part.answer
    if not isinstance(key, JudgedKey) or not key.rubric or plan.dialect.is_bare:
        return []
    words = node("qti-content-body", *content.blocks(key.rubric))
    return [node("qti-rubric-block", words, view="scorer", use="scoring")]


def _boolean(claim: bool) -> str:
    return "true" if claim else "false"
