"""Typed answers of QTI: the texts and numbers of its rules are tried, and what they earn makes the key."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from lxml.etree import _Element as Element

from quizzes.grading import find_interval
from quizzes.imports.drafts import Draft, number
from quizzes.imports.limits import RefusedError
from quizzes.imports.parts import FULL, NOTHING, Ranged, Typed, numeric, typed
from quizzes.imports.qti.patterns import Listed, listed
from quizzes.imports.qti.probing import Probe, Reply, correct_of
from quizzes.imports.qti.values import UnknownScoringError
from quizzes.imports.xml import children, descendants
from quizzes.interactions import NumberKey, Part, TextKey

NOBODY_EXPECTS = "zzz not this"
MOST_TEXTS = 400
MOST_EDGES = 80


@dataclass(frozen=True, slots=True)
class Entry:
    """A typed answer: for each form the feedback that it shows, and the replies to a right and to a wrong answer."""

    part: Part
    shown: dict[str, frozenset[int]]
    right: Reply
    wrong: Reply


@dataclass(frozen=True, slots=True)
class Heard:
    """Texts or a range that earn the same and are told the same; `shown` are feedback elements beyond the usual."""

    share: Fraction
    shown: frozenset[int]


def text_entry(probe: Probe, draft: Draft, name: str) -> Entry:
    """Return a text entry."""
    patterns = _patterns(probe.item)
    texts = list(dict.fromkeys([*correct_of(probe.item, name), *_texts(probe.item, name, patterns)]))
    if not texts or len(texts) > MOST_TEXTS:
        raise RefusedError("it says no right answer" if not texts else f"it accepts more than {MOST_TEXTS} texts")
    other = probe.ask({name: NOBODY_EXPECTS})
    if other.score > 0:
        raise RefusedError("any text earns something")
    probe.whole = max(probe.ask({name: text}).score for text in texts)
    if probe.whole <= 0:
        raise RefusedError("none of its answers earns anything")
    is_sensitive = _is_sensitive(probe, draft, name, texts)
    groups: dict[Heard, list[str]] = {}
    for text in texts:
        reply = probe.ask({name: text})
        heard = Heard(probe.share({name: text}), reply.shown - other.shown)
        if heard.share or heard.shown:
            groups.setdefault(heard, []).append(text)
    forms = [Typed(tuple(found), heard.share) for heard, found in groups.items()]
    spaces = {one.spaces for one in patterns}
    part = typed(forms, case_sensitive=is_sensitive, spaces=spaces.pop() if len(spaces) == 1 else "collapse")
    by_share = {heard.share: heard.shown for heard in groups if heard.share == FULL}
    shown = {"right": by_share.get(FULL, frozenset())}
    key = part.answer
    for form in key.forms[1:] if isinstance(key, TextKey) else ():
        shown[form.key] = next(
            heard.shown for heard, found in groups.items() if form.texts[0].strip() in map(str.strip, found)
        )
    first = next(text for text in texts if probe.share({name: text}) == FULL)
    return Entry(part, shown, probe.ask({name: first}), other)


def number_entry(probe: Probe, name: str, unit: str) -> Entry:
    """Return a number entry."""
    edges = sorted(set(_edges(probe.item, name)))
    if not edges or len(edges) > MOST_EDGES:
        raise RefusedError("it says no right number" if not edges else "it compares with very many numbers")
    points = _points(edges)
    replies = [probe.ask({name: Fraction(point)}) for point in points]
    probe.whole = max(reply.score for reply in replies)
    if probe.whole <= 0:
        raise RefusedError("none of its numbers earns anything")
    if replies[0].score > 0 or replies[-1].score > 0:
        raise RefusedError("numbers without end earn something")
    usual = replies[0].shown & replies[-1].shown
    heard = [Heard(probe.share({name: Fraction(p)}), r.shown - usual) for p, r in zip(points, replies, strict=True)]
    ranges = _ranges(points, heard, Heard(NOTHING, frozenset()))
    part = numeric([Ranged(low, high, one.share) for one, low, high in ranges], unit)
    key = part.answer
    if not isinstance(key, NumberKey):
        raise TypeError("a number entry has a number key")
    for point, one in zip(points, heard, strict=True):
        interval = find_interval(key, point)
        if (interval.credit if interval else NOTHING) != one.share:
            raise RefusedError("its numbers are compared in a way that can’t be said here")
    _show_right(probe, part, name)
    full = next(one for one, _, _ in ranges if one.share == FULL)
    others = [one for one, _, _ in ranges if one is not full]
    shown = {"right": full.shown} | {f"near-{n}": one.shown for n, one in enumerate(others, 1)}
    best = next(reply for reply, one in zip(replies, heard, strict=True) if one.share == FULL)
    return Entry(part, shown, best, replies[-1])


def is_number(declared: Element | None) -> bool:
    """Say whether a response is a number."""
    return declared is not None and declared.get("baseType") in ("float", "integer")


def _texts(item: Element, name: str, patterns: Sequence[Listed]) -> Iterator[str]:
    for declared in children(item, "responseDeclaration"):
        if declared.get("identifier") == name:
            for entry in descendants(declared, "mapEntry"):
                yield entry.get("mapKey") or ""
    for value in descendants(item, "baseValue"):
        if value.get("baseType") == "string":
            yield "".join(str(text) for text in value.itertext())
    for found in patterns:
        yield from found.texts


def _patterns(item: Element) -> list[Listed]:
    try:
        return [listed(one.get("pattern") or "") for one in descendants(item, "patternMatch")]
    except UnknownScoringError as error:
        raise RefusedError(f"its scoring uses {error}, which is not read here") from error


def _is_sensitive(probe: Probe, draft: Draft, name: str, texts: Sequence[str]) -> bool:
    """Say whether capitals count; where they do for some texts alone, they do for all."""
    told = {
        probe.ask({name: text}).score == probe.ask({name: text.swapcase()}).score
        for text in texts
        if text != text.swapcase() and text.swapcase() not in texts and probe.ask({name: text}).score > 0
    }
    if len(told) > 1:
        draft.change("capitals count in all its answers, not in some", changes_score=True)
    return False in told


def _edges(item: Element, name: str) -> Iterator[Decimal]:
    found = [*correct_of(item, name)]
    for declared in children(item, "responseDeclaration"):
        if declared.get("identifier") == name:
            found += [entry.get("mapKey") or "" for entry in descendants(declared, "mapEntry")]
    for value in descendants(item, "baseValue"):
        if value.get("baseType") in ("float", "integer"):
            found.append("".join(str(text) for text in value.itertext()))
    numbers = [edge for text in found if (edge := _decimal(text)) is not None]
    yield from numbers
    for equal in descendants(item, "equal"):
        reach = [_decimal(text) for text in (equal.get("tolerance") or "").split()]
        for centre in numbers:
            for tolerance in reach:
                if tolerance is not None:
                    off = abs(centre) * tolerance / 100 if equal.get("toleranceMode") == "relative" else tolerance
                    yield from (centre - off, centre + off)


def _points(edges: Sequence[Decimal]) -> list[Decimal]:
    """Return numbers below, at, between and above the edges."""
    found = [edges[0] - 1]
    for edge, following in zip(edges, [*edges[1:], edges[-1] + 2], strict=True):
        found += [edge, (edge + following) / 2]
    return found


def _ranges(points: Sequence[Decimal], heard: Sequence[Heard], nothing: Heard) -> list[tuple[Heard, Decimal, Decimal]]:
    """Return closed ranges, those first that others reach around; an edge is at every second point."""
    found: list[tuple[Heard, Decimal, Decimal]] = []
    for one in dict.fromkeys(heard):
        if one == nothing:
            continue
        run: list[int] = []
        for place, here in enumerate([*heard, nothing]):
            if here == one:
                run.append(place)
            elif run and (here == nothing):
                found.append((one, *_ends(points, run)))
                run = []
    return sorted(found, key=lambda part: (part[0].share != FULL, part[2] - part[1]))


def _ends(points: Sequence[Decimal], run: Sequence[int]) -> tuple[Decimal, Decimal]:
    """Return the edges of a run of points; one that ends between edges reaches to the edge that another range has."""
    first, last = run[0], run[-1]
    return points[first if first % 2 else max(first - 1, 1)], points[
        last if last % 2 else min(last + 1, len(points) - 2)
    ]


def _show_right(probe: Probe, part: Part, name: str) -> None:
    """Raise RefusedError where the declared right number is not right."""
    declared = [value for text in correct_of(probe.item, name) if (value := _decimal(text)) is not None]
    if declared and isinstance(part.answer, NumberKey):
        interval = find_interval(part.answer, declared[0])
        if interval is None or interval.credit != FULL:
            raise RefusedError("its right answer does not earn everything")


def _decimal(text: str) -> Decimal | None:
    found = number(text, Fraction(10**9 + 1))
    return Decimal(text.strip()) if found <= 10**9 else None
