"""Pools of variants, for formats that can draw: each generated item goes out with several, of which one is asked."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain, groupby

from quizzes.exports.pools import ExportQuiz, Pool
from quizzes.exports.report import Lost
from quizzes.interactions import Item

Variants = Mapping[str, tuple[Item, ...]]


def with_variants(quiz: ExportQuiz) -> ExportQuiz:
    """Return a quiz whose pools hold every variant, so that no learner can get two of the same item.

    An item that is always asked becomes a draw of one of its variants. A draw of several among items with
    variants is split into as many draws of one, each from some of the items with all their variants.
    """
    if not quiz.variants:
        return quiz
    pools = chain.from_iterable(_spread(pool, quiz.variants) for pool in quiz.pools)
    return replace(quiz, pools=tuple(pools), variants={})


def spread_notes(quiz: ExportQuiz) -> Iterator[Lost]:
    """Yield which draws `with_variants` splits: every item can still be drawn, but not beside every other."""
    for pool in quiz.pools:
        if pool.is_drawn and pool.count > 1 and any(item.id in quiz.variants for item in pool.items):
            drawn = f"the draw of {pool.count} from all {len(pool.items)} questions of “{pool.title}”"
            yield Lost(
                "", f"{drawn}: it is a draw of one from each of {pool.count} groups of them, with their variants"
            )


def _spread(pool: Pool, variants: Variants) -> Iterator[Pool]:
    if not any(item.id in variants for item in pool.items):
        yield pool
    elif pool.is_drawn:
        yield from _shares(pool, variants)
    else:
        yield from _each(pool, variants)


def _each(pool: Pool, variants: Variants) -> Iterator[Pool]:
    """Yield the items of a pool that asks all, in their order: a pool for each that has variants."""
    for has_variants, found in groupby(pool.items, lambda item: item.id in variants):
        items = tuple(found)
        if not has_variants:
            yield Pool(pool.slug, pool.title, items, len(items), pool.title)
            continue
        for item in items:
            yield Pool(pool.slug, f"{pool.title}: {item.id}", variants[item.id], 1, pool.title)


def _shares(pool: Pool, variants: Variants) -> Iterator[Pool]:
    """Yield as many pools as items are drawn, each with its share of them; those with variants stand together.

    Where some items have none, a share that mixes both draws those more seldom, so they come last.
    """
    items = sorted(pool.items, key=lambda item: item.id not in variants)
    for number in range(pool.count):
        first, last = (len(items) * n // pool.count for n in (number, number + 1))
        found = tuple(chain.from_iterable(variants.get(item.id, (item,)) for item in items[first:last]))
        title = f"{pool.title} {number + 1}" if pool.count > 1 else pool.title
        yield Pool(pool.slug, title, found, 1, pool.title if pool.count > 1 else "")
