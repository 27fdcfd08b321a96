"""A quiz and a seed to a paper: which items, in which order, with their options in which order.

The same seed always gives the same paper, in every version of Python: order comes from SHA-256, not
from the random module.
"""

import hashlib
from collections.abc import Iterable
from typing import assert_never

import msgspec

from quizzes.bank import Bank
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
    Question,
    TextEntry,
)
from quizzes.quiz import Quiz


def draw_paper(bank: Bank, quiz: Quiz, seed: str) -> tuple[Item, ...]:
    """Return the items of one paper, drawn and shuffled by the seed; no item comes twice.

    The seed also says which variant of a generated item is asked.
    """
    return tuple(as_asked(quiz, item) for item in _drawn(bank, quiz, seed))


def as_asked(quiz: Quiz, item: Item) -> Item:
    """Return an item as a quiz asks it: with its options in their author's order where the quiz says so."""
    return item if quiz.settings.shuffle_options else in_authored_order(item)


def in_authored_order(item: Item) -> Item:
    """Return an item whose options are never shuffled."""
    parts = tuple(msgspec.structs.replace(part, interaction=_unshuffled(part.interaction)) for part in item.parts)
    return msgspec.structs.replace(item, parts=parts)


def _unshuffled(interaction: Interaction) -> Interaction:
    match interaction:
        case Choice() | Match() | GapSelect():
            return msgspec.structs.replace(interaction, shuffle=False)
        case Order() | TextEntry() | NumberEntry() | Judged():
            return interaction
        case _:
            assert_never(interaction)


def _drawn(bank: Bank, quiz: Quiz, seed: str) -> tuple[Item, ...]:
    items: list[Item] = []
    if quiz.settings.draw:
        for number, draw in enumerate(quiz.settings.draw):
            taken = {item.id for item in items}
            left = {item.id: item for item in bank.candidates(draw) if item.id not in taken}
            names = shuffled(left, seed, "draw", str(number))[: draw.count]
            items.extend(bank.quizzes[draw.source].variant(left[name], variant_name(seed, name)) for name in names)
    else:
        items.extend(quiz.variant(item, variant_name(seed, item.id)) for item in quiz.items)
    if not quiz.settings.shuffle_items:
        return tuple(items)
    by_id = {item.id: item for item in items}
    return tuple(by_id[name] for name in shuffled(by_id, seed, "items"))


def variant_name(seed: str, item_id: str) -> str:
    """Return which variant of an item belongs to a seed."""
    return hashlib.sha256(f"variant\0{seed}\0{item_id}".encode()).hexdigest()[:12]


def arrange(question: Question, seed: str) -> Question:
    """Return a question with its options in the order of the seed, where its author lets them be shuffled."""
    parts = tuple(
        msgspec.structs.replace(part, interaction=_arranged(part.interaction, (seed, question.id, part.key)))
        for part in question.parts
    )
    return msgspec.structs.replace(question, parts=parts)


def _arranged(interaction: Interaction, names: tuple[str, ...]) -> Interaction:
    match interaction:
        case Choice(options=options, shuffle=True):
            return msgspec.structs.replace(interaction, options=_by_key(options, names))
        case Match(sources=sources, targets=targets, shuffle=True, target_max=target_max):
            arranged = msgspec.structs.replace(interaction, sources=_by_key(sources, (*names, "sources")))
            # Columns keep their order: a learner finds them in the same place in every question.
            return msgspec.structs.replace(arranged, targets=_by_key(targets, names)) if target_max else arranged
        case Order(options=options):
            return Order(_by_key(options, names))
        case GapSelect(gaps=gaps, shuffle=True):
            arranged_gaps = tuple(
                msgspec.structs.replace(gap, options=_by_key(gap.options, (*names, gap.key))) for gap in gaps
            )
            return msgspec.structs.replace(interaction, gaps=arranged_gaps)
        case Choice() | Match() | GapSelect() | TextEntry() | NumberEntry() | Judged():
            return interaction
        case _:
            assert_never(interaction)


def _by_key(options: tuple[Option, ...], names: tuple[str, ...]) -> tuple[Option, ...]:
    by_key = {option.key: option for option in options}
    return tuple(by_key[key] for key in shuffled(by_key, *names))


def shuffled(keys: Iterable[str], *names: str) -> list[str]:
    """Return keys in an order that depends on nothing but themselves and the names."""
    salt = "\0".join(names)
    return sorted(keys, key=lambda key: hashlib.sha256(f"{salt}\0{key}".encode()).digest())
