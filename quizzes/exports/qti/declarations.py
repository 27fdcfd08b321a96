"""Response and outcome declarations: the variables of an item, its right answers and its mappings."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import assert_never

from quizzes.exports.nodes import Node
from quizzes.exports.qti.names import FEEDBACK, MAXSCORE, SCORE, node
from quizzes.exports.qti.plan import PartPlan, Plan
from quizzes.interactions import (
    Choice,
    ChoiceKey,
    Credit,
    GapKey,
    JudgedKey,
    Key,
    MatchKey,
    NumberKey,
    OrderKey,
    Rule,
    TextKey,
)


def response_declarations(plan: Plan) -> list[Node]:
    """Return the response variables of all parts."""
    return [declared for part in plan.parts for declared in _responses(part)]


def outcome_declarations(plan: Plan) -> list[Node]:
    """Return SCORE (0 to MAXSCORE), MAXSCORE (the item's points), the parts' units and the feedback to show."""
    points = str(plan.item.points)
    judged = any(isinstance(part.part.answer, JudgedKey) for part in plan.parts)
    scored_by = {"external_scored": "human"} if judged else {}
    score = _outcome(SCORE, "float", "0", normal_minimum="0", normal_maximum=points, **scored_by)
    maximum = _outcome(MAXSCORE, "float", points)
    if plan.dialect.is_bare:
        return [score, maximum]
    feedback = node("qti-outcome-declaration", identifier=FEEDBACK, cardinality="multiple", base_type="identifier")
    raws = [_outcome(part.raw, "float", "0") for part in plan.parts]
    places = [_outcome(part.place(n), "integer", str(n)) for part in plan.parts for n in part.named_places()]
    return [score, maximum, *raws, *places, feedback]


def decimal_text(number: Decimal) -> str:
    """Return a number as the float that is nearest to it reads."""
    return repr(float(number))


def _outcome(name: str, base_type: str, value: str, **attributes: str) -> Node:
    default = node("qti-default-value", node("qti-value", value))
    return node(
        "qti-outcome-declaration",
        default,
        identifier=name,
        cardinality="single",
        base_type=base_type,
        **attributes,
    )


def _responses(plan: PartPlan) -> list[Node]:
    key: Key = plan.part.answer
    match key:
        case ChoiceKey():
            return [_choice(plan, key)]
        case MatchKey():
            return [_match(plan, key)]
        case OrderKey(correct=correct):
            return [_declared(plan.response, "ordered", "identifier", map(plan.element, correct))]
        case GapKey():
            return [_gap(plan, key, gap, response) for gap, response in plan.gap_responses().items()]
        case TextKey():
            return [_text(plan, key)]
        case NumberKey(answer=answer) if plan.dialect.is_bare:
            return [_declared(plan.response, "single", "string", [format(answer.normalize(), "f")])]
        case NumberKey(answer=answer):
            return [_declared(plan.response, "single", "float", [decimal_text(answer)])]
        case JudgedKey():
            return [_declared(plan.response, "single", "string", [])]
        case _:
            assert_never(key)


def _choice(plan: PartPlan, key: ChoiceKey) -> Node:
    choice = plan.part.interaction
    single = isinstance(choice, Choice) and choice.max_choices == 1
    right = [plan.element(option) for option in key.credit if option in key.correct]
    cardinality = "single" if single else "multiple"
    if key.rule is Rule.ALL_OR_NOTHING or plan.dialect.is_bare:
        return _declared(plan.response, cardinality, "identifier", right)
    shares = {plan.element(option): credit for option, credit in key.credit.items()}
    return _declared(plan.response, cardinality, "identifier", right, _mapping(plan, shares))


def _match(plan: PartPlan, key: MatchKey) -> Node:
    def pair(source: str, target: str) -> str:
        return f"{plan.element(source)} {plan.element(target)}"

    right = [pair(source, target) for source, target in key.correct.items()]
    if key.rule is Rule.ALL_OR_NOTHING:
        return _declared(plan.response, "multiple", "directedPair", right)
    shares = {pair(s, t): credit for s, row in key.credit.items() for t, credit in row.items()}
    return _declared(plan.response, "multiple", "directedPair", right, _mapping(plan, shares))


def _gap(plan: PartPlan, key: GapKey, gap: str, response: str) -> Node:
    right = [plan.element(f"{gap}/{key.correct[gap]}")] if gap in key.correct else []
    if key.rule is Rule.ALL_OR_NOTHING:
        return _declared(response, "single", "identifier", right)
    row: Credit = key.credit.get(gap, {})
    shares = {plan.element(f"{gap}/{option}"): credit for option, credit in row.items()}
    return _declared(
        response, "single", "identifier", right, _mapping(plan, shares or dict.fromkeys(right, Fraction(0)))
    )


def _text(plan: PartPlan, key: TextKey) -> Node:
    """Return a text with its right answer; without rules, with all that are right."""
    right = [text for form in key.forms if form.credit == 1 for text in form.texts]
    if not plan.dialect.is_bare:
        return _declared(plan.response, "single", "string", right[:1])
    sensitive = "true" if key.case_sensitive else "false"
    entries = (
        node("qti-map-entry", map_key=text, mapped_value="1", case_sensitive=sensitive) for text in dict.fromkeys(right)
    )
    return _declared(plan.response, "single", "string", right[:1], node("qti-mapping", *entries, default_value="0"))


def _declared(name: str, cardinality: str, base_type: str, right: Iterable[str], *mapped: Node) -> Node:
    values = [node("qti-value", value) for value in right]
    inside = [node("qti-correct-response", *values), *mapped] if values else mapped
    return node("qti-response-declaration", *inside, identifier=name, cardinality=cardinality, base_type=base_type)


def _mapping(plan: PartPlan, shares: Mapping[str, Fraction]) -> Node:
    entries = (
        node("qti-map-entry", map_key=name, mapped_value=plan.units(credit), case_sensitive="true")
        for name, credit in shares.items()
    )
    return node("qti-mapping", *entries, lower_bound="0", upper_bound=str(plan.whole), default_value="0")
