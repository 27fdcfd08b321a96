"""What stands before each thing that can be chosen or filled on paper: letters for choices, numbers for the rest."""

from collections.abc import Mapping, Sequence
from string import ascii_uppercase
from typing import assert_never

from quizzes.interactions import (
    Choice,
    GapSelect,
    Interaction,
    Judged,
    Match,
    NumberEntry,
    Option,
    Order,
    TextEntry,
)


def letter(place: int) -> str:
    """Return the letter of a place, from 0: A to Z, then AA."""
    more, last = divmod(place, len(ascii_uppercase))
    return (letter(more - 1) if more else "") + ascii_uppercase[last]


def lettered(options: Sequence[Option]) -> dict[str, str]:
    """Return the letter of each option by its key."""
    return {option.key: letter(place) for place, option in enumerate(options)}


def choices(interaction: Interaction) -> Mapping[str, str]:
    """Return the label of what can be chosen, by key; of an option of a gap, by `gap/option`.

    A line of a program is known by its number, which its key ends in.
    """
    match interaction:
        case Choice(options=options, form="lines"):
            return {option.key: option.key.rpartition("-")[2] for option in options}
        case Choice(options=options) | Match(targets=options) | Order(options=options):
            return lettered(options)
        case GapSelect(gaps=gaps):
            return {f"{gap.key}/{key}": label for gap in gaps for key, label in lettered(gap.options).items()}
        case TextEntry() | NumberEntry() | Judged():
            return {}
        case _:
            assert_never(interaction)


def places(interaction: Interaction) -> Mapping[str, str]:
    """Return the number of what is filled, by key: a source or a gap."""
    match interaction:
        case Match(sources=sources):
            keys = [source.key for source in sources]
        case GapSelect(gaps=gaps):
            keys = [gap.key for gap in gaps]
        case Choice() | Order() | TextEntry() | NumberEntry() | Judged():
            return {}
        case _:
            assert_never(interaction)
    return {key: str(number) for number, key in enumerate(keys, 1)}
