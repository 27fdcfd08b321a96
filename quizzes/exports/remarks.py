"""Feedback for systems that say one thing after an answer: the explanation, and what it says of each element."""

from collections.abc import Iterator
from html import escape
from typing import assert_never

from quizzes.exports import markup
from quizzes.interactions import (
    Choice,
    GapSelect,
    Item,
    Judged,
    Match,
    NumberEntry,
    Option,
    Order,
    OrderKey,
    Part,
    TextEntry,
)


def general_feedback(item: Item, maths: markup.Maths = "tex") -> str:
    """Return as HTML the explanation, with the feedback on pairs, steps and gaps as a list below it."""
    lines = [
        f"<li>{name}: {markup.inline_html(text, maths)}</li>" for part in item.parts for name, text in _named(part)
    ]
    listed = f"<ul>{''.join(lines)}</ul>" if lines else ""
    return markup.block_html(item.explanation, maths) + listed


def is_listed(part: Part) -> bool:
    """Say whether the feedback on single answers of a part is told as a list."""
    return next(_named(part), None) is not None


def steps_in_order(part: Part) -> list[Option]:
    """Return the options of an order as they belong."""
    if not isinstance(part.interaction, Order) or not isinstance(part.answer, OrderKey):
        return []
    by_key = {option.key: option for option in part.interaction.options}
    return [by_key[key] for key in part.answer.correct]


def _named(part: Part) -> Iterator[tuple[str, str]]:
    """Yield feedback that depends on no single answer, with the HTML of what it speaks of."""
    interaction, feedback = part.interaction, part.feedback
    match interaction:
        case Match(sources=sources, targets=targets):
            options = [*sources, *targets]
        case Order():
            options = steps_in_order(part)
        case GapSelect(gaps=gaps):
            for gap in gaps:
                for option in gap.options:
                    element = f"{gap.key}/{option.key}"
                    if element in feedback:
                        yield f"<strong>{escape(gap.key)}</strong>, {_words(option)}", feedback[element]
            return
        case Choice() | TextEntry() | NumberEntry() | Judged():
            return
        case _:
            assert_never(interaction)
    for option in options:
        if option.key in feedback:
            yield f"<strong>{_words(option)}</strong>", feedback[option.key]


def _words(option: Option) -> str:
    return markup.inline_html(option.text, "tex")
