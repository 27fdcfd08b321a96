"""Flaws of a whole quiz: what a learner who knows nothing could go by. It knows no kind but true/false."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from quizzes.flaws import OneOf, choices_of_one, length
from quizzes.interactions import Choice, ChoiceKey, Item

PatternName = Literal["longest-pattern", "position-pattern", "true-false-pattern"]
FEWEST = 4  # items that make a pattern
BEYOND = 2  # standard deviations above what chance gives
TRUE_FALSE_SHARE = 0.75


@dataclass(frozen=True, slots=True)
class Pattern:
    """One pattern and the items that make it."""

    name: PatternName
    message: str
    items: tuple[str, ...]


def patterns(items: Iterable[Item], *, shuffled: bool) -> Iterator[Pattern]:
    """Yield the patterns of a quiz's items; `shuffled` says whether the quiz shuffles the options of an item."""
    asked = [item for item in items if item.kind != "generated"]
    ones = [(item, one) for item in asked for one in choices_of_one(item)]
    yield from _longest(ones)
    yield from _positions([(item, one) for item, one in ones if not (shuffled and _shuffles(item))])
    yield from _true_false(asked)


def _longest(ones: list[tuple[Item, OneOf]]) -> Iterator[Pattern]:
    found = [item.id for item, one in ones if _is_longest(one)]
    if _is_more_than_chance(len(found), [1 / len(one.options) for _, one in ones]):
        message = f"the longest option is right in {len(found)} of {len(ones)} questions: {', '.join(found)}"
        yield Pattern("longest-pattern", message, tuple(found))


def _is_longest(one: OneOf) -> bool:
    lengths = [length(option) for option in one.options]
    return all(lengths[one.right] > other for n, other in enumerate(lengths) if n != one.right)


def _positions(ones: list[tuple[Item, OneOf]]) -> Iterator[Pattern]:
    for position, count in Counter(one.right for _, one in ones).items():
        if _is_more_than_chance(count, [1 / len(one.options) for _, one in ones if position < len(one.options)]):
            found = [item.id for item, one in ones if one.right == position]
            message = f"option {position + 1} is right in {count} of {len(ones)} questions that keep their order"
            yield Pattern("position-pattern", f"{message}: {', '.join(found)}", tuple(found))


def _shuffles(item: Item) -> bool:
    return all(getattr(part.interaction, "shuffle", False) for part in item.parts)


def _is_more_than_chance(count: int, chances: list[float]) -> bool:
    spread = math.sqrt(sum(chance * (1 - chance) for chance in chances))
    return count >= FEWEST and count > sum(chances) + BEYOND * spread


def _true_false(items: list[Item]) -> Iterator[Pattern]:
    asked = [item for item in items if item.kind == "true-false"]
    for word in ("true", "false"):
        found = [item.id for item in asked if word in _correct(item)]
        if len(asked) >= FEWEST and len(found) > TRUE_FALSE_SHARE * len(asked):
            message = f"“{word}” is right in {len(found)} of {len(asked)} true/false questions: {', '.join(found)}"
            yield Pattern("true-false-pattern", message, tuple(found))


def _correct(item: Item) -> frozenset[str]:
    for part in item.parts:
        match part.interaction, part.answer:
            case Choice(), ChoiceKey(correct=correct):
                return correct
    return frozenset()
