"""An answer in plain words, for tables and files: `The working end; the standing part`. It knows no kind."""

from collections.abc import Iterable, Mapping
from typing import assert_never

from quizzes.interactions import (
    Choice,
    GapSelect,
    Interaction,
    Item,
    Judged,
    Match,
    NumberEntry,
    Option,
    Order,
    TextEntry,
)
from quizzes.responses import JSON, Blank, Chosen, Number, Ordered, Paired, Response, Unreadable, Written, read
from quizzes.text import to_plain


def answer_words(item: Item, raw: JSON) -> str:
    """Return what was answered, parts separated by ` | `; empty where nothing was, or it can't be read."""
    responses = read(item, raw)
    if isinstance(responses, Unreadable):
        return ""
    words = (part_words(part.interaction, responses[part.key]) for part in item.parts)
    return " | ".join(text for text in words if text)


def part_words(interaction: Interaction, response: Response) -> str:
    """Return what was answered to one part."""
    names = option_words(interaction)
    match response:
        case Blank():
            return ""
        case Chosen(keys=keys):
            return "; ".join(words for key, words in names.items() if key in keys)
        case Ordered(keys=keys):
            return "; ".join(f"{number}. {names.get(key, key)}" for number, key in enumerate(keys, 1))
        case Paired(pairs=pairs):
            return _pairs(interaction, pairs, names)
        case Written(text=text):
            return text
        case Number(value=value):
            return str(value)
        case _:
            assert_never(response)


def option_words(interaction: Interaction) -> Mapping[str, str]:
    """Return what each option, source, target or gap is called, by key; an option of a gap is `gap/option`."""
    match interaction:
        case Choice(options=options, form="list") | Order(options=options):
            return _plain(options)
        case Choice(options=options):
            return {option.key: option.text for option in options}  # code is no Markdown
        case Match(sources=sources, targets=targets):
            return _plain((*sources, *targets))
        case GapSelect(gaps=gaps):
            named = {gap.key: str(number) for number, gap in enumerate(gaps, 1)}
            chosen = {f"{gap.key}/{option.key}": to_plain(option.text) for gap in gaps for option in gap.options}
            return named | chosen
        case TextEntry() | NumberEntry() | Judged():
            return {}
        case _:
            assert_never(interaction)


def _plain(options: Iterable[Option]) -> dict[str, str]:
    return {option.key: to_plain(option.text) for option in options}


def _pairs(interaction: Interaction, pairs: Mapping[str, str], names: Mapping[str, str]) -> str:
    if isinstance(interaction, GapSelect):
        filled = ((gap.key, f"{gap.key}/{pairs[gap.key]}") for gap in interaction.gaps if gap.key in pairs)
    elif isinstance(interaction, Match):
        filled = ((source.key, pairs[source.key]) for source in interaction.sources if source.key in pairs)
    else:
        return ""
    return "; ".join(f"{names.get(left, left)} → {names.get(right, right)}" for left, right in filled)
