"""The papers of a quiz: A, B and so on, each drawn and shuffled by its letter, the same for ever."""

from dataclasses import dataclass
from string import ascii_uppercase

import msgspec

from quizzes.exports.pools import ExportQuiz
from quizzes.interactions import Item, question_of
from quizzes.paper import arrange, shuffled


@dataclass(frozen=True, slots=True)
class Paper:
    """The items of one paper in their order, with their options in theirs."""

    letter: str
    items: tuple[Item, ...]


def papers(quiz: ExportQuiz) -> tuple[Paper, ...]:
    """Return the papers of a quiz. No paper asks an item twice; each takes its own variant of a generated one."""
    return tuple(_paper(quiz, place, letter) for place, letter in enumerate(ascii_uppercase[: quiz.papers]))


def _paper(quiz: ExportQuiz, place: int, letter: str) -> Paper:
    seed = f"{quiz.address}/{letter}"
    drawn: dict[str, Item] = {}
    for number, pool in enumerate(quiz.pools):
        left = {item.id: item for item in pool.items if item.id not in drawn}
        names = shuffled(left, seed, "draw", str(number))[: pool.count] if pool.is_drawn else list(left)
        drawn |= {name: left[name] for name in names}
    order = shuffled(drawn, seed, "items") if quiz.shuffle_items else list(drawn)
    return Paper(letter, tuple(_arranged(_variant(quiz, drawn[name], place), seed) for name in order))


def _variant(quiz: ExportQuiz, item: Item, place: int) -> Item:
    found = quiz.variants.get(item.id, (item,))
    return found[place % len(found)]


def _arranged(item: Item, seed: str) -> Item:
    """Return an item with its options in the order of the seed."""
    question = arrange(question_of(item), seed)
    pairs = zip(item.parts, question.parts, strict=True)
    parts = tuple(msgspec.structs.replace(part, interaction=asked.interaction) for part, asked in pairs)
    return msgspec.structs.replace(item, parts=parts)
