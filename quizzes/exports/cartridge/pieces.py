"""Items as questions that Common Cartridge has: what is answered in pairs becomes a choice for each pair.

The pieces of an item weigh together what the item weighs, so that they earn together what it earns.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

import msgspec

from quizzes.exports.remarks import steps_in_order
from quizzes.interactions import (
    Choice,
    ChoiceKey,
    GapKey,
    GapSelect,
    Item,
    Match,
    MatchKey,
    Option,
    Order,
    OrderKey,
    Part,
    Rule,
)
from quizzes.text import GAP

BLANK = "…"


@dataclass(frozen=True, slots=True)
class Piece:
    """A question with what its full score is worth in points."""

    item: Item
    weight: Fraction


def pieces(item: Item) -> tuple[Piece, ...]:
    """Return the questions of an item of one part: the item itself, or a choice for each pair, step or gap."""
    part = item.parts[0]
    match part.interaction, part.answer:
        case Match() as asked, MatchKey() as key:
            choices = list(_of_match(item, asked, key))
        case Order() as steps, OrderKey() as key:
            choices = list(_of_order(item, steps, key))
        case GapSelect() as select, GapKey() as key:
            choices = list(_of_gaps(item, select, key))
        case _:
            return (Piece(item, Fraction(item.points)),)
    last = msgspec.structs.replace(choices[-1], explanation=_joined(choices[-1].explanation, item.explanation))
    weight = Fraction(item.points, len(choices))
    return tuple(Piece(choice, weight) for choice in (*choices[:-1], last))


def _of_match(item: Item, asked: Match, key: MatchKey) -> Iterator[Item]:
    told = item.parts[0].feedback
    sources = [source for source in asked.sources if source.key in key.correct]
    for number, source in enumerate(sources, 1):
        prompt = _joined(item.prompt, source.text)
        piece = _choice(item, number, prompt, asked.targets, key.correct[source.key], asked.shuffle, told)
        yield msgspec.structs.replace(piece, explanation=told.get(source.key, ""))


def _of_order(item: Item, order: Order, key: OrderKey) -> Iterator[Item]:
    told = item.parts[0].feedback
    for number, step in enumerate(steps_in_order(item.parts[0]), 1):
        prompt = _joined(item.prompt, f"Which one is in place {number} of {len(key.correct)}?")
        piece = _choice(item, number, prompt, order.options, step.key, True, {})
        yield msgspec.structs.replace(piece, explanation=told.get(step.key, ""))


def _of_gaps(item: Item, select: GapSelect, key: GapKey) -> Iterator[Item]:
    numbers = {gap.key: number for number, gap in enumerate(select.gaps, 1)}
    text = re.sub(GAP, lambda gap: f"({numbers[gap[1]]}) {BLANK}" if gap[1] in numbers else gap[0], select.text)
    told = item.parts[0].feedback
    for gap in select.gaps:
        prompt = _joined(item.prompt, text, f"What belongs in gap ({numbers[gap.key]})?")
        said = {option.key: told.get(f"{gap.key}/{option.key}", "") for option in gap.options}
        yield _choice(item, numbers[gap.key], prompt, gap.options, key.correct[gap.key], select.shuffle, said)


def _choice(
    item: Item,
    number: int,
    prompt: str,
    options: Sequence[Option],
    right: str,
    shuffle: bool,
    told: Mapping[str, str],
) -> Item:
    """Return one choice of an item, with feedback on its options and none on the whole."""
    credit = {option.key: Fraction(option.key == right) for option in options}
    key = ChoiceKey(frozenset({right}), credit, Rule.ALL_OR_NOTHING)
    feedback = {option.key: told[option.key] for option in options if told.get(option.key)}
    part = Part("answer", Choice(tuple(options), 1, shuffle), key, feedback)
    return msgspec.structs.replace(
        item, id=f"{item.id}.{number}", prompt=prompt, parts=(part,), explanation="", right="", wrong=""
    )


def _joined(*texts: str) -> str:
    return "\n\n".join(text for text in texts if text)
