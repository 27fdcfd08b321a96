"""The texts of an item, and the pictures that they show."""

from collections.abc import Iterable, Iterator
from typing import assert_never

from quizzes.exports import markup
from quizzes.interactions import (
    Choice,
    GapSelect,
    Interaction,
    Item,
    Judged,
    JudgedKey,
    Match,
    NumberEntry,
    Order,
    TextEntry,
)


def texts_of(item: Item) -> Iterator[str]:
    """Yield every Markdown text of an item."""
    yield from (item.prompt, item.explanation, item.right, item.wrong, item.hint)
    for part in item.parts:
        yield from _texts(part.interaction)
        yield from part.feedback.values()
        if isinstance(part.answer, JudgedKey):
            yield part.answer.rubric


def pictures_of(item: Item) -> Iterator[str]:
    """Yield the name of each picture that a text of an item shows."""
    for text in texts_of(item):
        yield from (name for name, _ in markup.pictures_in(text))


def _texts(interaction: Interaction) -> Iterator[str]:
    match interaction:
        case Choice(options=options, form="list") | Order(options=options):
            yield from (option.text for option in options)
        case Match(sources=sources, targets=targets):
            yield from (option.text for option in (*sources, *targets))
        case GapSelect(text=text, gaps=gaps):
            yield text
            yield from (option.text for gap in gaps for option in gap.options)
        case Choice() | TextEntry() | NumberEntry() | Judged():
            return
        case _:
            assert_never(interaction)


def show_pictures(items: Iterable[Item]) -> bool:
    """Say whether a text of an item shows a picture."""
    return any(next(pictures_of(item), "") for item in items)
