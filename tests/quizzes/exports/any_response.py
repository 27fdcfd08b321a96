"""All responses that an item can get, or as many as a table of them can hold."""

from collections.abc import Iterator
from itertools import chain, combinations, islice, permutations, product

from quizzes.interactions import (
    Choice,
    GapSelect,
    Interaction,
    Interval,
    Item,
    Judged,
    Match,
    NumberEntry,
    NumberKey,
    Option,
    Order,
    TextEntry,
    TextKey,
)
from quizzes.responses import JSON

MOST, TABLE = 200, 5_000  # how many are kept, at equal steps, of how many that are thought of
CURLY = str.maketrans({"'": "’", '"': "”", "-": "−"})


def any_response(item: Item) -> Iterator[JSON]:
    """Yield responses to the only part of an item."""
    part = item.parts[0]
    match part.interaction, part.answer:
        case TextEntry(), TextKey() as key:
            values: Iterator[JSON] = (text for form in key.forms for written in form.texts for text in typed(written))
        case NumberEntry(), NumberKey(intervals=intervals):
            values = (text for interval in intervals for text in near(interval))
        case interaction, _:
            every = list(islice(_chosen(interaction), TABLE))
            values = iter(every[:: max(1, -(-len(every) // MOST))])
    yield from ({part.key: value} for value in values)


def typed(text: str) -> Iterator[str]:
    """Yield what people make of a text when they type it."""
    yield from (text, f"  {text} ", text.upper(), text.lower(), text.swapcase(), f"{text}x", f"x{text}", text[:-1])
    yield from (text.replace(" ", "  "), text.replace(" ", ""), text.replace(" ", "\t"), text.replace(" ", "\u00a0"))
    yield from (text.translate(CURLY), " ".join(text), text.replace(".", "!"), text.replace("*", "**"))


def near(interval: Interval) -> Iterator[str]:
    """Yield the edges of an interval, and numbers just inside and just outside."""
    for edge, out in ((interval.low, -1), (interval.high, 1)):
        step = abs(edge) / 1_000_000
        yield from (format(edge, "f"), format(edge + out * step, "f"), format(edge - out * step, "f"))


def _chosen(interaction: Interaction) -> Iterator[JSON]:
    match interaction:
        case Choice(options=options, max_choices=1):
            yield from ([option.key] for option in options)
        case Choice(options=options):
            keys = [option.key for option in options]
            sizes = range(1, len(keys) + 1)
            yield from ([*chosen] for chosen in chain.from_iterable(combinations(keys, size) for size in sizes))
        case Order(options=options):
            yield from ([*order] for order in permutations(option.key for option in options))
        case Match(sources=sources, targets=targets, target_max=most):
            for row in product([None, *targets], repeat=len(sources)):
                given = [target.key for target in row if target]
                if not most or all(given.count(key) <= most for key in given):
                    yield _pairs(sources, row)
        case GapSelect(gaps=gaps):
            for row in product(*([None, *gap.options] for gap in gaps)):
                yield {gap.key: option.key for gap, option in zip(gaps, row, strict=True) if option}
        case TextEntry() | NumberEntry() | Judged():
            return


def _pairs(sources: tuple[Option, ...], row: tuple[Option | None, ...]) -> dict[str, JSON]:
    return {source.key: target.key for source, target in zip(sources, row, strict=True) if target}
