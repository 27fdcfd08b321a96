"""Why an answer is right or wrong, for the key: the explanation, and what is said of single answers."""

from collections.abc import Iterator
from typing import assert_never

from lxml.etree import _Element as Element

from quizzes.exports import markup
from quizzes.exports.on_paper.labels import choices, places
from quizzes.exports.on_paper.marking import in_range
from quizzes.exports.xml import element
from quizzes.interactions import (
    Choice,
    GapSelect,
    Interaction,
    Item,
    Judged,
    JudgedKey,
    Key,
    Match,
    NumberEntry,
    NumberKey,
    Order,
    Part,
    TextEntry,
    TextKey,
)


def explanation(item: Item, part: Part) -> Iterator[Element]:
    """Yield what the key says of a part, block by block."""
    if isinstance(part.answer, JudgedKey):
        yield from markup.blocks(part.answer.rubric)
    yield from markup.blocks(item.explanation)
    for name, text in (("When right", item.right), ("When wrong", item.wrong), ("Hint", item.hint)):
        if text:
            yield _named(name, text)
    told = _labels(part)
    listed = [_named(label, part.feedback[key], "li") for key, label in told.items() if part.feedback.get(key)]
    if listed:
        yield element("ul", *listed, class_="feedback")


def _named(name: str, text: str, tag: str = "div") -> Element:
    said = markup.inline(text)
    return element(tag, element("strong", f"{name}: "), said, class_="said")


def _labels(part: Part) -> dict[str, str]:
    """Return what to call each element that has feedback, in the order of the paper."""
    interaction: Interaction = part.interaction
    labels, numbers = choices(interaction), places(interaction)
    match interaction:
        case Choice() | Order():
            return dict(labels)
        case Match():
            return {**numbers, **labels}
        case GapSelect():
            return {key: f"{numbers[key.partition('/')[0]]} {label}" for key, label in labels.items()}
        case TextEntry() | NumberEntry():
            return _typed(part.answer)
        case Judged():
            return {}
        case _:
            assert_never(interaction)


def _typed(key: Key) -> dict[str, str]:
    match key:
        case TextKey(forms=forms):
            return {form.key: form.texts[0] for form in forms}
        case NumberKey(intervals=intervals):
            return {one.key: in_range(one.low, one.high) for one in intervals}
        case _:
            return {}
