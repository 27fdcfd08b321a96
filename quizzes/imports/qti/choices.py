"""Choices of QTI: what each option earns is asked of the item's own rules, and held against all that can be chosen."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations

from lxml.etree import _Element as Element

from quizzes.imports.limits import RefusedError
from quizzes.imports.parts import Answer, one_of, some_of
from quizzes.imports.qti.probing import Given, Probe, several
from quizzes.interactions import Part, Rule

MOST_TRIED = 10  # options of which every selection is tried
FULL, NOTHING = Fraction(1), Fraction(0)


def single_choice(
    probe: Probe, options: Sequence[tuple[str, str]], given: Mapping[str, Given], *, shuffle: bool
) -> Part:
    """Return a choice of one; options are identifiers with texts, `given` the response that chooses each."""
    scores = {key: probe.ask(given[key]).score for key, _ in options}
    probe.whole = max(scores.values(), default=NOTHING)
    if probe.whole <= 0:
        raise RefusedError("none of its options earns anything")
    if probe.ask({}).score > 0:
        raise RefusedError("an answer left out earns something")
    return one_of([Answer(key, text, probe.share(given[key])) for key, text in options], shuffle=shuffle)


def multiple_choice(probe: Probe, name: str, options: Sequence[tuple[str, str]], *, most: int, shuffle: bool) -> Part:
    """Return a choice of several, by the rule that scores every selection as the item does."""
    keys = [key for key, _ in options]
    right = _best(probe, name, keys, most)
    for rule, shares in _hypotheses(probe, name, keys, right):
        if _holds(probe, name, keys, right, rule, shares, most):
            answers = [Answer(key, text, shares[key]) for key, text in options]
            return some_of(answers, rule=rule, at_most=0 if most >= len(keys) else most, shuffle=shuffle)
    raise RefusedError("its scoring of several options can’t be said here")


def _best(probe: Probe, name: str, keys: Sequence[str], most: int) -> frozenset[str]:
    """Return the selection that earns most: the declared right one, or what is found by trying."""
    declared = probe.engine.correct.get(name)
    chosen = getattr(declared, "values", (declared,) if declared is not None else ())
    right = frozenset(str(key) for key in chosen) & frozenset(keys)
    if not right or not probe.weigh({name: several(_in_order(keys, right))}):
        best = max(_selections(keys, most), key=lambda one: probe.ask({name: several(one)}).score, default=())
        right = frozenset(best)
        if not right or not probe.weigh({name: several(_in_order(keys, right))}):
            raise RefusedError("no selection of its options earns anything")
    if probe.ask({}).score > 0:
        raise RefusedError("an answer left out earns something")
    return right


def _hypotheses(
    probe: Probe, name: str, keys: Sequence[str], right: frozenset[str]
) -> Iterator[tuple[Rule, dict[str, Fraction]]]:
    yield Rule.ALL_OR_NOTHING, {key: Fraction(key in right) for key in keys}
    signed = {key: probe.ask({name: several((key,))}).score / probe.whole for key in keys}
    yield Rule.BY_PART, signed
    # What a wrong option takes shows only beside right ones, where the score is kept above nothing.
    marred = {
        key: signed[key]
        if key in right
        else (probe.ask({name: several(_in_order(keys, right | {key}))}).score - probe.whole) / probe.whole
        for key in keys
    }
    yield Rule.BY_PART, marred


def _holds(
    probe: Probe,
    name: str,
    keys: Sequence[str],
    right: frozenset[str],
    rule: Rule,
    shares: dict[str, Fraction],
    most: int,
) -> bool:
    for chosen in [*_selections(keys, most), tuple(_in_order(keys, right))]:
        if rule is Rule.ALL_OR_NOTHING:
            ours = Fraction(frozenset(chosen) == right)
        else:
            ours = min(FULL, max(NOTHING, sum((shares[key] for key in chosen), NOTHING)))
        theirs = min(FULL, max(NOTHING, probe.ask({name: several(chosen)}).score / probe.whole))
        if abs(ours - theirs) > Fraction(1, 500):
            return False
    return True


def _selections(keys: Sequence[str], most: int) -> Iterator[tuple[str, ...]]:
    """Yield what can be chosen: everything where that is not too much, else small and large selections."""
    limit = min(most or len(keys), len(keys))
    sizes = range(1, limit + 1) if len(keys) <= MOST_TRIED else sorted({1, 2, limit, max(1, limit - 1)})
    for size in sizes:
        for number, chosen in enumerate(combinations(keys, size)):
            if number >= 1 << MOST_TRIED:
                break
            yield chosen


def _in_order(keys: Sequence[str], chosen: frozenset[str]) -> list[str]:
    return [key for key in keys if key in chosen]


def is_many(interaction: Element, cardinality: str) -> bool:
    """Say whether several options can be chosen."""
    return cardinality == "multiple" and interaction.get("maxChoices") != "1"
