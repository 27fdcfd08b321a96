"""A quiz as exports take it: its items in pools, and the settings that other systems may know."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

import msgspec

from quizzes.bank import Bank
from quizzes.exports.pictures import Pictures
from quizzes.exports.texts import pictures_of
from quizzes.exports.variants import VARIANTS, frozen_variants
from quizzes.interactions import Item
from quizzes.paper import in_authored_order
from quizzes.quiz import Counts, Draw, Layout, Quiz, Review

PaperSize = Literal["a4", "letter"]
BANK = "bank"  # what the name of a file of questions ends in
PAPERS, MOST_PAPERS = 2, 26  # printed where nobody says how many, and as many as there are letters


@dataclass(frozen=True, slots=True)
class Pool:
    """Items of which a learner gets `count`, drawn at random where there are more.

    `share_of` names the pool that this one is a part of, where `quizzes.exports.spreading` has split one.
    """

    slug: str
    title: str
    items: tuple[Item, ...]
    count: int
    share_of: str = ""

    @property
    def is_drawn(self) -> bool:
        """Say whether a learner gets only some of the items."""
        return self.count < len(self.items)


@dataclass(frozen=True, slots=True)
class ExportQuiz:
    """A quiz to export. `attempts` 0 means no limit; `language` is a BCP 47 tag.

    Of a generated item the pools hold the first variant; `variants` has it with others, by its id, for
    formats that can draw one of them: see `quizzes.exports.spreading.with_variants`. `papers` is how many
    different ones are printed, on sheets of `paper_size`. `pictures` are those that the items show, by their names.
    """

    course: str
    slug: str
    title: str
    summary: str
    language: str
    pools: tuple[Pool, ...]
    shuffle_items: bool
    pass_percent: int
    attempts: int
    layout: Layout
    counts: Counts = "best"
    review: Review = "after-submit"
    variants: Mapping[str, tuple[Item, ...]] = field(default_factory=dict)
    pictures: Pictures = field(default_factory=dict)
    papers: int = PAPERS
    paper_size: PaperSize = "a4"

    @property
    def address(self) -> str:
        """Return `course/quiz`."""
        return f"{self.course}/{self.slug}"

    @property
    def items(self) -> tuple[Item, ...]:
        """Return every item once, in the order of the pools."""
        return tuple({item.id: item for pool in self.pools for item in pool.items}.values())

    @property
    def is_drawn(self) -> bool:
        """Say whether two learners can get different items."""
        return any(pool.is_drawn for pool in self.pools)


def prepare(bank: Bank, quiz: Quiz, language: str = "en", variants: int = VARIANTS) -> ExportQuiz:
    """Return a quiz of a bank as exports take it, every item that a paper can hold included.

    Of each generated item there are so many variants, or fewer where fewer can be told apart.
    """
    settings = quiz.settings
    pools = tuple(_pool(bank, draw) for draw in settings.draw)
    if not pools:
        pools = (Pool(quiz.slug, settings.title, quiz.items, len(quiz.items)),)
    found = {item.id: frozen_variants(bank.quizzes[pool.slug], item, variants) for pool in pools for item in pool.items}
    if not settings.shuffle_options:
        pools = tuple(_in_authored_order(pool) for pool in pools)
        found = {name: tuple(map(in_authored_order, items)) for name, items in found.items()}
    return ExportQuiz(
        course=quiz.course,
        slug=quiz.slug,
        title=settings.title,
        summary=settings.summary,
        language=language,
        pools=pools,
        shuffle_items=settings.shuffle_items,
        pass_percent=settings.pass_percent,
        attempts=settings.attempts,
        layout=settings.layout,
        counts=settings.counts,
        review=settings.review,
        variants={name: items for name, items in found.items() if len(items) > 1},
        pictures=bank.pictures_named(name for item in _all(pools, found) for name in pictures_of(item)),
    )


def prepare_bank(bank: Bank, quiz: Quiz, language: str = "en", variants: int = VARIANTS) -> ExportQuiz:
    """Return all questions that stand in the file of a quiz, whatever the quiz draws, as exports take them.

    It has another slug than the quiz, so that both can be taken to one place.
    """
    undrawn = replace(quiz, settings=msgspec.structs.replace(quiz.settings, draw=()))
    return replace(prepare(bank, undrawn, language, variants), slug=f"{quiz.slug}-{BANK}")


def _all(pools: tuple[Pool, ...], variants: Mapping[str, tuple[Item, ...]]) -> Iterator[Item]:
    for pool in pools:
        yield from (one for item in pool.items for one in (item, *variants.get(item.id, ())[1:]))


def _pool(bank: Bank, draw: Draw) -> Pool:
    title = bank.quizzes[draw.source].title
    filters = [*draw.kinds, *([draw.difficulty] if draw.difficulty else []), *draw.objectives, *draw.tags]
    named = f"{title} ({', '.join(filters)})" if filters else title
    return Pool(draw.source, named, bank.candidates(draw), draw.count)


def _in_authored_order(pool: Pool) -> Pool:
    return Pool(pool.slug, pool.title, tuple(map(in_authored_order, pool.items)), pool.count)
