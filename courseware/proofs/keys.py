"""Whether an item's key agrees with what a script found by running it.

A script prints one JSON object, in the ids that the author wrote. Either `{"answer": …, "wrong": {mistake: refuted}}`
for an answer that is typed, a line, an output, an order or true/false; or what holds of each element:
`{option: true}`, `{"gap/option": true}`, `{statement: column}`, `{"statement/column": true}`, `{pair: true}`; what
can't be run is left out.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation

from quizzes.grading import Graded, grade
from quizzes.interactions import (
    Choice,
    ChoiceKey,
    GapKey,
    Item,
    MatchKey,
    NumberEntry,
    Order,
    Part,
    TextEntry,
)
from quizzes.kinds.base import stored_key
from quizzes.responses import JSON

ANSWER, WRONG = "answer", "wrong"
SOURCES, TARGETS = ("statement", "left"), ("column", "right")


def disagreements(item: Item, printed: Mapping[str, JSON]) -> Iterator[str]:
    """Yield where a key and what a script printed do not agree, one clause each."""
    (part,) = item.parts
    if ANSWER in printed:
        yield from _answer_faults(item, part, printed[ANSWER])
        yield from _refutation_faults(item, part, printed.get(WRONG, {}))
    else:
        for name, value in printed.items():
            yield from _element_faults(item, part, name, value)
        if not printed:
            yield "nothing of the key is settled by running it"


def _answer_faults(item: Item, part: Part, answer: JSON) -> Iterator[str]:
    response = _response(item, part, answer)
    if not _scores_full(item, part, response):
        yield f"running it gives “{answer}”, which the key does not take as right"


def _refutation_faults(item: Item, part: Part, wrong: JSON) -> Iterator[str]:
    if not isinstance(wrong, dict):
        yield f"“{WRONG}” must be an object, {{mistake: refuted}}"
        return
    for mistake, is_refuted in wrong.items():
        if is_refuted is not True:
            yield f"running it does not refute “{mistake}”"
        if _scores_full(item, part, _response(item, part, mistake)):
            yield f"“{mistake}” is refuted, but the key takes it as right"


def _scores_full(item: Item, part: Part, response: JSON) -> bool:
    graded = grade(item, {part.key: response})
    return isinstance(graded, Graded) and graded.score == 1


def _response(item: Item, part: Part, answer: JSON) -> JSON:
    """Return the response with which a learner would give an answer."""
    match part.interaction:
        case Choice(form="lines"):
            return [f"line-{answer}"]
        case Choice(form="output", options=options):
            same = [option.key for option in options if option.text.split() == str(answer).split()]
            return [*(same or [stored_key(item.id, str(answer))])]
        case Choice():
            return [str(answer).lower() if isinstance(answer, bool) else stored_key(item.id, str(answer))]
        case NumberEntry():
            return _number(answer)
        case TextEntry():
            return str(answer)
        case Order():
            return [stored_key(item.id, str(step)) for step in answer] if isinstance(answer, list) else None
        case _:
            return None


def _number(answer: JSON) -> str:
    try:
        return format(Decimal(str(answer)), "f")
    except InvalidOperation:
        return str(answer)


def _element_faults(item: Item, part: Part, name: str, value: JSON) -> Iterator[str]:
    is_right = _is_right(item, part, f"{name}/{value}" if isinstance(value, str) else name)
    if is_right is None:
        yield f"“{name}” is no part of the question"
    elif is_right is not (isinstance(value, str) or value):
        yield f"running it finds “{name}” {_said(value)}; the key does not"


def _said(value: JSON) -> str:
    if value is None:
        return "undecided"
    return ("right" if value else "wrong") if isinstance(value, bool) else f"“{value}”"


def _is_right(item: Item, part: Part, name: str) -> bool | None:
    """Return whether what authored ids name is right; None where nothing has the name."""
    first, _, second = name.partition("/")
    match part.answer:
        case ChoiceKey(correct=correct, credit=credit):
            key = stored_key(item.id, name)
            return key in correct if key in credit else None
        case GapKey(correct=correct):
            return correct[first] == stored_key(item.id, second) if first in correct else None
        case MatchKey(correct=correct):
            source = next((key for key in _keys(item, SOURCES, first) if key in correct), None)
            if source is None:
                return None
            return not second or correct[source] in _keys(item, TARGETS, second)
        case _:
            return None


def _keys(item: Item, kinds: tuple[str, ...], name: str) -> Iterator[str]:
    return (stored_key(item.id, kind, name) for kind in kinds)
