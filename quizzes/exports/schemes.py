"""Ways in which other systems score a choice of several, and which of them is nearest to ours."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain, combinations

from quizzes.interactions import ChoiceKey, Rule

Chosen = frozenset[str]
Score = Callable[[ChoiceKey, Chosen], Fraction]
MOST_COMPARED = 12  # options of which every choice is compared
EDGE = 3  # beyond, those with so few options chosen, or so few left


@dataclass(frozen=True, slots=True)
class Scheme:
    """A way to score with its name there; `is_exact` where every choice earns what it earns here."""

    name: str
    is_exact: bool


def whole(key: ChoiceKey, chosen: Chosen) -> Fraction:
    """Return 1 for the right choice and no other."""
    return Fraction(chosen == key.correct)


def every_option(key: ChoiceKey, chosen: Chosen) -> Fraction:
    """Return the share of options that are rightly chosen or rightly left."""
    right = sum((option in chosen) == (option in key.correct) for option in key.credit)
    return Fraction(right, len(key.credit))


def nearest(key: ChoiceKey, schemes: Mapping[str, Score]) -> Scheme:
    """Return the way that differs least from ours over all that can be chosen; of two, the first."""
    compared = list(_choices(list(key.credit)))
    ours = [_own_score(key, chosen) for chosen in compared]
    off = {
        name: sum(abs(score(key, chosen) - own) for chosen, own in zip(compared, ours, strict=True))
        for name, score in schemes.items()
    }
    name = min(off, key=off.__getitem__)
    return Scheme(name, is_exact=off[name] == 0 and len(key.credit) <= MOST_COMPARED)


def _choices(options: list[str]) -> Iterator[Chosen]:
    sizes = range(1, len(options) + 1)
    if len(options) > MOST_COMPARED:
        sizes_kept = [size for size in sizes if size <= EDGE or size >= len(options) - EDGE]
    else:
        sizes_kept = list(sizes)
    return map(frozenset, chain.from_iterable(combinations(options, size) for size in sizes_kept))


def _own_score(key: ChoiceKey, chosen: Chosen) -> Fraction:
    if key.rule is Rule.ALL_OR_NOTHING:
        return whole(key, chosen)
    earned = sum((key.credit[option] for option in chosen), Fraction(0))
    return min(max(earned, Fraction(0)), Fraction(1))
