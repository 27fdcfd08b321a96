"""Variants of a generated item, frozen: questions with numbers drawn once, for systems that draw no numbers."""

from collections.abc import Iterator
from itertools import count, islice

import msgspec

from quizzes.interactions import Item
from quizzes.quiz import Quiz
from quizzes.wording import option_words

VARIANTS = 5  # of a generated item, where nobody says how many
MOST_VARIANTS = 100
TRIES = 4  # names tried for each variant, because two names can draw the same numbers
MARK = "--v"  # two hyphens in a row stand in no authored id


def frozen_variants(quiz: Quiz, item: Item, most: int) -> tuple[Item, ...]:
    """Return variants of a generated item that read differently, the given one first; of any other, the item.

    The given one keeps its id; the id of any other tells its number: see `authored_id`.
    """
    if not item.variant:
        return (item,)
    found = {_reading(item): item}
    for other in islice(_others(quiz, item), (most - 1) * TRIES):
        if len(found) == most:
            break
        found.setdefault(_reading(other), other)
    others = list(found.values())[1:]
    return (item, *(msgspec.structs.replace(it, id=f"{it.id}{MARK}{n}") for n, it in enumerate(others, 2)))


def authored_id(item_id: str) -> str:
    """Return the id that an author gave to an item, whichever variant of it this is."""
    return item_id.partition(MARK)[0]


def _others(quiz: Quiz, item: Item) -> Iterator[Item]:
    return (quiz.variant(item, str(number)) for number in count(int(item.variant) + 1))


def _reading(item: Item) -> tuple[str, ...]:
    """Return what a learner reads, in no order of options; what is drawn and not read changes nothing."""
    words = (word for part in item.parts for word in option_words(part.interaction).values())
    return (item.prompt, *sorted(words))
