"""Menus: what a format makes of a match or a gap that shows one choice a line, and plain text alone."""

from collections.abc import Iterable

from quizzes.exports.report import ByHand
from quizzes.interactions import GapSelect, Match, Option, Part
from quizzes.text import to_plain

FORMATTING = "formatting inside menus, which hold plain text"
ALIKE = ByHand("two choices of a menu read alike without formatting; tell them apart there", changes_score=True)


def menus(part: Part) -> list[tuple[Option, ...]]:
    """Return the options of each menu: of the targets of a match, or of each gap."""
    match part.interaction:
        case Match(targets=targets):
            return [targets]
        case GapSelect(gaps=gaps):
            return [gap.options for gap in gaps]
        case _:
            return []


def menu_texts(parts: Iterable[Part]) -> list[str]:
    """Return the texts of all menus of parts."""
    return [option.text for part in parts for menu in menus(part) for option in menu]


def has_formatting(options: Iterable[Option]) -> bool:
    """Say whether an option is more than plain text."""
    return any(to_plain(option.text) != option.text for option in options)


def has_choices_alike(part: Part) -> bool:
    """Say whether two choices of a menu are the same without their formatting, as a menu shows them."""
    return any(len({to_plain(option.text) for option in menu}) < len(menu) for menu in menus(part))
