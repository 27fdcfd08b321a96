"""Items as Canvas's QTI 1.2: a question type with its answers, the rules and the feedback."""

from quizzes.exports.canvas import bodies
from quizzes.exports.canvas.bodies import Body
from quizzes.exports.nodes import Node, node
from quizzes.exports.pictures import described
from quizzes.exports.qti12.elements import block_html, html_material, metadata
from quizzes.exports.qti12.rules import GENERAL, RIGHT, WRONG, feedback, otherwise, processing
from quizzes.exports.remarks import general_feedback
from quizzes.exports.report import short_name
from quizzes.interactions import (
    Choice,
    ChoiceKey,
    GapKey,
    GapSelect,
    Item,
    Judged,
    JudgedKey,
    Match,
    MatchKey,
    NumberEntry,
    NumberKey,
    Order,
    OrderKey,
    TextEntry,
    TextKey,
)


def item_element(item: Item, ident: str, points: int) -> Node:
    """Return a question; `ident` is its own in the file, and its item's in a question bank."""
    body = _body(item)
    after = general_feedback(item)
    said = {GENERAL: after, RIGHT: block_html(item.right), WRONG: block_html(item.wrong)}
    said |= {name: block_html(text) for name, text in body.remarks.items()}
    asked = html_material(f"<div>{block_html(item.prompt)}{body.more}</div>")
    return node(
        "item",
        node("itemmetadata", metadata(_fields(item, body, points))),
        node("presentation", asked, *body.shown),
        processing(_rules(item, body, bool(after))),
        *(feedback(name, html) for name, html in said.items() if html),
        ident=ident,
        title=short_name(item),
    )


def _fields(item: Item, body: Body, points: int) -> dict[str, str]:
    fields = {
        "question_type": body.type,
        "points_possible": f"{points}.0",
        "original_answer_ids": ",".join(body.answers),
        "assessment_question_identifierref": f"question-{item.id}",
    }
    key = item.parts[0].answer
    if isinstance(key, JudgedKey) and key.rubric:
        fields["grading_notes"] = described(block_html(key.rubric))
    return fields | ({"scoring_algorithm": body.algorithm} if body.algorithm else {})


def _rules(item: Item, body: Body, has_general: bool) -> list[Node]:
    """Return the rules in Canvas's order: what is always said, the answers, and what is said of all others."""
    rules = [otherwise(GENERAL)] if has_general else []
    rules += body.rules
    if item.wrong:
        rules.append(otherwise(WRONG))
    elif not body.is_scored:
        rules.append(otherwise())
    return rules


def _body(item: Item) -> Body:
    part = item.parts[0]
    match part.interaction, part.answer:
        case Choice() as choice, ChoiceKey() as key:
            return bodies.choice(item, choice, key)
        case Match() as match_, MatchKey() as key:
            return bodies.matching(match_, key)
        case Order(), OrderKey() as key:
            return bodies.places(part, key)
        case GapSelect() as select, GapKey() as key:
            return bodies.dropdowns(select, key)
        case TextEntry(), TextKey() as key:
            return bodies.short_answer(item, key)
        case NumberEntry(unit=unit), NumberKey() as key:
            return bodies.numerical(item, key, unit)
        case Judged(), JudgedKey():
            return bodies.essay()
        case interaction, answer:
            raise TypeError(f"item {item.id!r}: a {type(answer).__name__} is no key of a {type(interaction).__name__}")
