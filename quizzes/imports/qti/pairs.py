"""Matches, orders and gaps of QTI, held against the item's own rules."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

from quizzes.imports.drafts import Draft
from quizzes.imports.limits import RefusedError
from quizzes.imports.parts import Answer, gapped, matched, ordered
from quizzes.imports.qti.probing import Given, Probe, several
from quizzes.interactions import Part, Rule

FULL, NOTHING = Fraction(1), Fraction(0)
Texts = Sequence[tuple[str, str]]  # identifiers with their texts
SLACK = Fraction(1, 500)


def match(probe: Probe, draft: Draft, name: str, sets: tuple[Texts, Texts], once: frozenset[str]) -> Part:
    """Return a match whose sources are those of the set in which each has one partner.

    `once` are the identifiers of what can be used once alone.
    """
    correct = [str(pair).split(" ") for pair in getattr(probe.engine.correct.get(name), "values", ())]
    single = probe.engine.correct.get(name)
    if not correct and isinstance(single, str):
        correct = [single.split(" ")]
    if not correct or any(len(pair) != 2 for pair in correct):  # noqa: PLR2004 (pairs)
        raise RefusedError("it says no right answer")
    pairs = [(first, second) for first, second in correct]
    firsts, seconds = [first for first, _ in pairs], [second for _, second in pairs]
    sources, targets, is_turned = sets[0], sets[1], False
    if len(set(firsts)) < len(firsts) or (
        len(set(seconds)) == len(seconds) and len(firsts) < len(sources) and len(seconds) == len(targets)
    ):
        if len(set(seconds)) < len(seconds):
            raise RefusedError("something on each side of it has several partners")
        sources, targets, is_turned = targets, sources, True
        pairs = [(second, first) for first, second in pairs]
    right = dict(pairs)
    left_out = [text for key, text in sources if key not in right]
    if left_out:
        raise RefusedError(f"“{left_out[0][:40]}” belongs to nothing, and here everything on the left does")

    def given(chosen: Mapping[str, str]) -> Given:
        written = [f"{target} {source}" if is_turned else f"{source} {target}" for source, target in chosen.items()]
        return {name: several(written)}

    rule = _rule(probe, draft, right, given, lambda source: [key for key, _ in targets if key != right[source]])
    names = dict(targets)
    used = set(right.values())
    return matched(
        [(text, names.get(right[key], "")) for key, text in sources],
        [text for key, text in targets if key not in used],
        rule=rule,
        once=all(key in once for key, _ in targets),
    )


def gaps(
    probe: Probe, draft: Draft, text: str, menus: Mapping[str, Texts], given: Callable[[Mapping[str, str]], Given]
) -> Part:
    """Return a text with dropdowns; `given` makes a response of chosen options by gap."""
    right = {gap: _right_option(probe, gap, options, given) for gap, options in menus.items()}
    if not probe.weigh(given(right)):
        raise RefusedError("its right answers earn nothing")
    rule = _rule(
        probe, draft, right, given, lambda gap: [key for key, _ in menus[gap] if key != right[gap]], weighed=True
    )
    made = {
        gap: [Answer(key, option, _share(probe, gap, key, right, rule, given)) for key, option in options]
        for gap, options in menus.items()
    }
    return gapped(text, made, rule=rule)


def order(probe: Probe, draft: Draft, name: str, options: Texts) -> Part:
    """Return an order of steps."""
    right = [str(key) for key in getattr(probe.engine.correct.get(name), "values", ())]
    texts = dict(options)
    if sorted(right) != sorted(texts):
        raise RefusedError("its right answer does not name every step once")
    if not probe.weigh({name: several(right, is_ordered=True)}):
        raise RefusedError("its right order earns nothing")
    steps = [Answer(key, texts[key], FULL) for key in right]
    tries = [right, right[::-1], [*right[1:], right[0]], *(_swapped(right, n) for n in range(len(right) - 1))]
    scores = [probe.share({name: several(one, is_ordered=True)}) for one in tries]
    exact = [Fraction(one == right) for one in tries]
    in_place = [Fraction(sum(a == b for a, b in zip(one, right, strict=True)), len(right)) for one in tries]
    if all(abs(a - b) < SLACK for a, b in zip(scores, in_place, strict=True)):
        return ordered(steps, Rule.BY_PART)
    if any(abs(a - b) >= SLACK for a, b in zip(scores, exact, strict=True)):
        draft.change("the order earns everything or nothing", changes_score=True)
    return ordered(steps, Rule.ALL_OR_NOTHING)


def _rule(
    probe: Probe,
    draft: Draft,
    right: Mapping[str, str],
    given: Callable[[Mapping[str, str]], Given],
    wrong_of: Callable[[str], Sequence[str]],
    *,
    weighed: bool = False,
) -> Rule:
    """Return the rule by which pairs are scored, and note where it is not quite that of the item."""
    if not weighed and not probe.weigh(given(right)):
        raise RefusedError("its right answer earns nothing")
    if probe.ask(given({})).score > 0:
        raise RefusedError("an answer left out earns something")
    alone = {source: probe.share(given({source: target})) for source, target in right.items()}
    without = [probe.share(given({key: value for key, value in right.items() if key != source})) for source in right]
    wrong = {
        source: [probe.share(given(dict(right) | {source: target})) for target in wrong_of(source)[:5]]
        for source in right
    }
    even = Fraction(1, len(right))
    if len(right) > 1 and not any(alone.values()) and not any(without) and not any(any(row) for row in wrong.values()):
        return Rule.ALL_OR_NOTHING
    is_even = all(abs(share - even) < SLACK for share in alone.values())
    if not is_even or any(abs(share - 1 + even) > SLACK for share in without):
        draft.change("each pair is worth the same here", changes_score=True)
    elif any(abs(share - 1 + even) > SLACK for row in wrong.values() for share in row):
        draft.change("a wrong pair neither earns nor takes anything here", changes_score=True)
    return Rule.BY_PART


def _right_option(
    probe: Probe,
    gap: str,
    options: Texts,
    given: Callable[[Mapping[str, str]], Given],
) -> str:
    """Return the right option of a gap: the declared one, or the one that earns most."""
    known = {key for key, _ in options}
    for declared in probe.engine.correct.values():
        for value in getattr(declared, "values", (declared,)):
            first, _, second = str(value).partition(" ")
            if second == gap and first in known:
                return first
    declared = probe.engine.correct.get(gap)
    if isinstance(declared, str) and declared in known:
        return declared
    scores = {key: probe.ask(given({gap: key})).score for key in known}
    best = max(scores, key=lambda key: (scores[key], key), default="")
    if not best or scores[best] <= 0:
        raise RefusedError("a gap of it has no right option")
    return best


def _share(
    probe: Probe,
    gap: str,
    key: str,
    right: Mapping[str, str],
    rule: Rule,
    given: Callable[[Mapping[str, str]], Given],
) -> Fraction:
    if key == right[gap]:
        return FULL
    if rule is Rule.ALL_OR_NOTHING:
        return NOTHING
    full, alone = probe.share(given({gap: right[gap]})), probe.share(given({gap: key}))
    return alone / full if full and alone < full else NOTHING


def _swapped(keys: list[str], n: int) -> list[str]:
    return [*keys[:n], keys[n + 1], keys[n], *keys[n + 2 :]]
