"""Response processing: from responses to RAW units, to SCORE, and to the feedback to show."""

from fractions import Fraction
from typing import assert_never

from quizzes.exports.nodes import Node
from quizzes.exports.qti.declarations import decimal_text
from quizzes.exports.qti.names import FEEDBACK, SCORE, node
from quizzes.exports.qti.patterns import pattern
from quizzes.exports.qti.plan import PartPlan, Plan
from quizzes.interactions import (
    ChoiceKey,
    GapKey,
    Interval,
    JudgedKey,
    Key,
    MatchKey,
    NumberKey,
    OrderKey,
    Rule,
    TextKey,
)

RIGHT, WRONG, EXPLANATION = "item.right", "item.wrong", "item.explanation"


def response_processing(plan: Plan) -> Node:
    """Return the rules of an item, in the order in which they run."""
    rules = [rule for part in plan.parts for rule in _raw_rules(part)]
    rules.append(_set(SCORE, _scaled(_sum([_variable(part.raw) for part in plan.parts]), plan)))
    rules += _outcome_words(plan)
    shown = [node("qti-variable", identifier=name) for part in plan.parts for name in _chosen(part)]
    shown += [_base("identifier", part.element(key)) for part in plan.parts for key in _right_options(part)]
    shown.append(_base("identifier", EXPLANATION))
    rules.append(_show(*shown))
    return node("qti-response-processing", *rules)


def _raw_rules(plan: PartPlan) -> list[Node]:
    """Return what sets a part's units; they are 0 before."""
    key: Key = plan.part.answer
    match key:
        case ChoiceKey(rule=Rule.BY_PART) | MatchKey(rule=Rule.BY_PART):
            return [_set(plan.raw, _map_response(plan.response))]
        case ChoiceKey() | MatchKey() | OrderKey(rule=Rule.ALL_OR_NOTHING):
            return [_all_if(plan, _is_correct(plan.response))]
        case OrderKey(correct=correct):
            return [_position(plan, place, option) for place, option in enumerate(correct, 1)]
        case GapKey(rule=Rule.BY_PART):
            mapped = _sum([_map_response(response) for response in plan.gap_responses().values()])
            return [_set(plan.raw, _bounded(mapped, key, plan.whole))]
        case GapKey():
            return [_all_if(plan, node("qti-and", *map(_is_correct, plan.gap_responses().values())))]
        case TextKey() | NumberKey():
            return _chain(plan, _tests(plan, key))
        case JudgedKey():
            return []
        case _:
            assert_never(key)


def _bounded(units: Node, key: GapKey, whole: int) -> Node:
    """Return units within 0 and the full score, with operators that some engines lack, where they can lie outside."""
    rows = [[*row.values()] for row in key.credit.values()]
    if all(credit >= 0 for row in rows for credit in row) and sum(max(row, default=0) for row in rows) <= 1:
        return units
    return node("qti-min", node("qti-max", units, _number(0)), _number(whole))


def _tests(plan: PartPlan, key: TextKey | NumberKey) -> list[tuple[str, Fraction, Node]]:
    """Return for each form or interval its key, its credit and the test whether the response is one of it."""
    if isinstance(key, TextKey):
        return [
            (form.key, form.credit, _matches(plan, pattern(form.texts, key.case_sensitive, key.spaces)))
            for form in key.forms
            if form.texts
        ]
    return [(interval.key, interval.credit, _within(plan, interval)) for interval in key.intervals]


def _chain(plan: PartPlan, tests: list[tuple[str, Fraction, Node]]) -> list[Node]:
    """Return one condition in which the first test that holds wins."""
    branches: list[Node] = []
    for key, credit, test in tests:
        rules = [_set(plan.raw, _number(int(credit * plan.whole)))]
        if key in plan.part.feedback:
            rules.append(_show(_base("identifier", plan.element(key))))
        branches.append(node("qti-response-else-if" if branches else "qti-response-if", test, *rules))
    return [node("qti-response-condition", *branches)] if branches else []


def _matches(plan: PartPlan, expression: str) -> Node:
    return node("qti-pattern-match", _variable(plan.response), pattern=expression)


def _within(plan: PartPlan, interval: Interval) -> Node:
    """Return the test of a closed interval."""
    low = node("qti-gte", _variable(plan.response), _base("float", decimal_text(interval.low)))
    high = node("qti-lte", _variable(plan.response), _base("float", decimal_text(interval.high)))
    return node("qti-and", low, high)


def _position(plan: PartPlan, place: int, option: str) -> Node:
    """Return the rule that rewards one option in its right place.

    In QTI 3 the place is named by a variable: qti3-item-player 1.1.20 takes each `n`, even "1", for a variable's
    name. Engines of QTI 2 take a number, and not all of them a variable.
    """
    here = node("qti-index", _variable(plan.response), n=plan.place(place))
    test = node("qti-match", here, _base("identifier", plan.element(option)))
    share = plan.units(Fraction(1, len(plan.part.answer.correct))) if isinstance(plan.part.answer, OrderKey) else "0"
    more = _sum([_variable(plan.raw), _base("float", share)])
    return node("qti-response-condition", node("qti-response-if", test, _set(plan.raw, more)))


def _outcome_words(plan: Plan) -> list[Node]:
    """Return the rule for the words on a right answer, and on a wrong one that is no known mistake."""
    item = plan.item
    if not item.right and not item.wrong:
        return []
    full = node("qti-gte", _sum([_variable(part.raw) for part in plan.parts]), _number(plan.whole))
    unknown = node("qti-is-null", _variable(FEEDBACK))
    return [
        node(
            "qti-response-condition",
            node("qti-response-if", full, _show(_base("identifier", RIGHT))),
            node("qti-response-else-if", unknown, _show(_base("identifier", WRONG))),
        )
    ]


def _chosen(plan: PartPlan) -> list[str]:
    """Return the response variables whose values name feedback."""
    match plan.part.answer:
        case ChoiceKey():
            return [plan.response]
        case GapKey():
            return list(plan.gap_responses().values())
        case _:
            return []


def _right_options(plan: PartPlan) -> list[str]:
    """Return right options whose feedback is shown whether they were chosen or missed: where several are right."""
    match plan.part.answer:
        case ChoiceKey(correct=correct, credit=credit) if len(correct) > 1:
            return [option for option in credit if option in correct]
        case _:
            return []


def _all_if(plan: PartPlan, test: Node) -> Node:
    return node("qti-response-condition", node("qti-response-if", test, _set(plan.raw, _number(plan.whole))))


def _is_correct(response: str) -> Node:
    return node("qti-match", _variable(response), node("qti-correct", identifier=response))


def _scaled(units: Node, plan: Plan) -> Node:
    """Return units as points: multiplied and divided by whole numbers, and only where that changes something."""
    factor = Fraction(plan.item.points, plan.whole)
    if factor.numerator != 1:
        units = node("qti-product", units, _number(factor.numerator))
    if factor.denominator != 1:
        units = node("qti-divide", units, _number(factor.denominator))
    return units


def _sum(values: list[Node]) -> Node:
    return values[0] if len(values) == 1 else node("qti-sum", *values)


def _show(*identifiers: Node) -> Node:
    return _set(FEEDBACK, node("qti-multiple", _variable(FEEDBACK), *identifiers))


def _set(name: str, value: Node) -> Node:
    return node("qti-set-outcome-value", value, identifier=name)


def _variable(name: str) -> Node:
    return node("qti-variable", identifier=name)


def _map_response(name: str) -> Node:
    return node("qti-map-response", identifier=name)


def _number(value: int) -> Node:
    return _base("float", str(value))


def _base(base_type: str, value: str) -> Node:
    return node("qti-base-value", value, base_type=base_type)
