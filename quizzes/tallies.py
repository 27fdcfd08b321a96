"""How often each answer to a part was given. It knows the closed language, never a kind."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, assert_never

from quizzes.grading import FULL, NOTHING, find_form, find_interval, fold
from quizzes.interactions import (
    Choice,
    ChoiceKey,
    GapKey,
    GapSelect,
    Judged,
    JudgedKey,
    Match,
    MatchKey,
    NumberEntry,
    NumberKey,
    Order,
    OrderKey,
    Part,
    TextEntry,
    TextKey,
)
from quizzes.responses import Blank, Chosen, Number, Ordered, Paired, Response, Written

TOP = 10

Worth = Literal["right", "partly", "wrong"]


@dataclass(frozen=True, slots=True)
class Count:
    """How often one answer was given: an option's or target's key, or for `written` ones the text itself."""

    answer: str
    n: int
    worth: Worth
    misconception: str = ""


@dataclass(frozen=True, slots=True)
class Tally:
    """The answers to one element of a part; the element is empty where the part is one.

    An element is a source, a gap, or in an order the position, from `1`. Everything that was asked of is
    counted: the answers, those beyond the most frequent (`others`), and where nothing was given (`blank`).
    """

    element: str
    counts: tuple[Count, ...]
    blank: int
    others: int = 0


@dataclass(frozen=True, slots=True)
class PartTally:
    """The answers to one part of an item."""

    key: str
    tallies: tuple[Tally, ...]


def tally_part(part: Part, responses: Sequence[Response]) -> PartTally:
    """Count the answers to one part, as they were read against it."""
    key = part.answer
    match key:
        case ChoiceKey():
            return PartTally(part.key, (_tally_choice(part, key, responses),))
        case MatchKey() | GapKey():
            return PartTally(part.key, tuple(_tally_pairs(part, key, responses)))
        case OrderKey():
            return PartTally(part.key, tuple(_tally_order(key, responses)))
        case TextKey():
            return PartTally(part.key, (_tally_texts(part, key, responses),))
        case NumberKey():
            return PartTally(part.key, (_tally_numbers(part, key, responses),))
        case JudgedKey():
            return PartTally(part.key, ())
        case _:
            assert_never(key)


def _tally_choice(part: Part, key: ChoiceKey, responses: Sequence[Response]) -> Tally:
    found = Counter(option for response in responses if isinstance(response, Chosen) for option in response.keys)
    counts = tuple(
        Count(option, found[option], _worth(option in key.correct, NOTHING), part.misconceptions.get(option, ""))
        for option in _options(part, "")
    )
    return Tally("", counts, _blanks(responses))


def _tally_pairs(part: Part, key: MatchKey | GapKey, responses: Sequence[Response]) -> Iterable[Tally]:
    given = [dict(response.pairs) if isinstance(response, Paired) else {} for response in responses]
    for element in _elements(part):
        found = Counter(pairs[element] for pairs in given if element in pairs)
        right = key.correct.get(element)
        counts = []
        for answer in _options(part, element):
            worth = _worth(answer == right, key.credit.get(element, {}).get(answer, NOTHING))
            names = f"{element}/{answer}" if isinstance(key, GapKey) else element
            misconception = part.misconceptions.get(names, "") if answer != right else ""
            counts.append(Count(answer, found[answer], worth, misconception))
        yield Tally(element, tuple(counts), len(given) - found.total())


def _elements(part: Part) -> tuple[str, ...]:
    """Return the keys of what is answered one by one: sources, or gaps."""
    match part.interaction:
        case Match(sources=sources):
            return tuple(source.key for source in sources)
        case GapSelect(gaps=gaps):
            return tuple(gap.key for gap in gaps)
        case Choice() | Order() | TextEntry() | NumberEntry() | Judged():
            return ()
        case _:
            assert_never(part.interaction)


def _options(part: Part, element: str) -> tuple[str, ...]:
    """Return the keys of what an element can be answered with, as its author lists them."""
    match part.interaction:
        case Choice(options=options) | Order(options=options) | Match(targets=options):
            return tuple(option.key for option in options)
        case GapSelect(gaps=gaps):
            return tuple(option.key for gap in gaps if gap.key == element for option in gap.options)
        case TextEntry() | NumberEntry() | Judged():
            return ()
        case _:
            assert_never(part.interaction)


def _tally_order(key: OrderKey, responses: Sequence[Response]) -> Iterable[Tally]:
    orders = [response.keys for response in responses if isinstance(response, Ordered)]
    for position, right in enumerate(key.correct):
        found = Counter(order[position] for order in orders)
        counts = tuple(
            Count(answer, found[answer], _worth(answer == right, NOTHING))
            for answer in key.correct
            if found[answer] or answer == right
        )
        yield Tally(str(position + 1), counts, len(responses) - len(orders))


def _tally_texts(part: Part, key: TextKey, responses: Sequence[Response]) -> Tally:
    """Count texts that are compared as equal together, under the spelling that came most often."""
    spellings: dict[str, Counter[str]] = {}
    for response in responses:
        if isinstance(response, Written):
            folded = fold(response.text, key.case_sensitive, key.spaces)
            spellings.setdefault(folded, Counter())[response.text.strip()] += 1
    counts = []
    for found in spellings.values():
        text = min(found, key=lambda spelling: (-found[spelling], spelling))
        form = find_form(key, text)
        misconception = part.misconceptions.get(form.key, "") if form else ""
        counts.append(Count(text, found.total(), _worth_of(form.credit if form else NOTHING), misconception))
    return _most_frequent(counts, _blanks(responses))


def _tally_numbers(part: Part, key: NumberKey, responses: Sequence[Response]) -> Tally:
    found = Counter(response.value for response in responses if isinstance(response, Number))
    counts = []
    for value, n in found.items():
        interval = find_interval(key, value)
        misconception = part.misconceptions.get(interval.key, "") if interval else ""
        worth = _worth_of(interval.credit if interval else NOTHING)
        counts.append(Count(str(value), n, worth, misconception))
    return _most_frequent(counts, _blanks(responses))


def _most_frequent(counts: Iterable[Count], blank: int) -> Tally:
    ordered = sorted(counts, key=lambda count: (-count.n, count.answer))
    return Tally("", tuple(ordered[:TOP]), blank, others=sum(count.n for count in ordered[TOP:]))


def _blanks(responses: Sequence[Response]) -> int:
    return sum(isinstance(response, Blank) for response in responses)


def _worth(is_right: bool, credit: Fraction) -> Worth:
    return "right" if is_right else "partly" if credit > NOTHING else "wrong"


def _worth_of(credit: Fraction) -> Worth:
    return _worth(credit == FULL, credit)
