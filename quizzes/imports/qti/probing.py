"""An item, asked what it gives for responses: scores as shares of the most it gave, and the feedback it shows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from lxml.etree import _Element as Element

from quizzes.imports.drafts import number, snapped
from quizzes.imports.limits import Limits, RefusedError
from quizzes.imports.qti.engine import SCORE, Engine
from quizzes.imports.qti.values import Container, UnknownScoringError, Value, members
from quizzes.imports.xml import child, descendants

Given = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Reply:
    """What an item gives for a response: its score, and which of its feedback elements are shown."""

    score: Fraction
    shown: frozenset[int]


@dataclass(slots=True)
class Probe:
    """An item to ask. Feedback elements are known by their place among all of the item."""

    item: Element
    engine: Engine
    feedback: Sequence[Element]
    limits: Limits
    whole: Fraction = Fraction(1)
    _known: dict[str, Reply] = field(default_factory=dict)

    def ask(self, given: Given) -> Reply:
        """Return the reply to a response, its score not yet a share. Raises RefusedError."""
        self.limits.check_time()
        key = repr(sorted(given.items()))
        if key not in self._known:
            try:
                outcomes = self.engine.run(given)
            except UnknownScoringError as error:
                raise RefusedError(f"its scoring uses {error}, which is not read here") from error
            self._known[key] = Reply(_score(outcomes.get(SCORE)), self._shown(outcomes))
        return self._known[key]

    def share(self, given: Given) -> Fraction:
        """Return the score of a response as a share of the whole, from 0 to 1."""
        return min(Fraction(1), max(Fraction(0), snapped(self.ask(given).score / self.whole)))

    def weigh(self, right: Given) -> bool:
        """Take the score of the right response as the whole; say whether there is one."""
        self.whole = self.ask(right).score
        return self.whole > 0

    def text(self, place: int) -> Element:
        """Return a feedback element."""
        return self.feedback[place]

    def _shown(self, outcomes: Mapping[str, Value]) -> frozenset[int]:
        found = set()
        for place, element in enumerate(self.feedback):
            values = members(outcomes.get(str(element.get("outcomeIdentifier"))))
            is_there = str(element.get("identifier")) in [str(value) for value in values]
            if is_there == (element.get("showHide") != "hide"):
                found.add(place)
        return frozenset(found)


def probe_of(item: Element, limits: Limits) -> Probe:
    """Return an item to ask. Raises RefusedError where its declarations can't be read."""
    feedback = list(descendants(item, "modalFeedback", "feedbackInline", "feedbackBlock"))
    try:
        return Probe(item, Engine(item), feedback, limits)
    except UnknownScoringError as error:
        raise RefusedError(f"its declarations hold {error}") from error


def several(values: Sequence[str], *, is_ordered: bool = False) -> Value:
    """Return identifiers as one response."""
    return Container(tuple(values), is_ordered) if values else None


def _score(value: Value) -> Fraction:
    return value if isinstance(value, Fraction) and not isinstance(value, bool) else Fraction(0)


def declared_points(probe: Probe) -> Fraction:
    """Return what an item says that it is worth, or what its right response earned."""
    found = probe.engine.points("MAXSCORE")
    if found is None:
        declared = probe.engine.outcomes.get(SCORE)
        found = number(declared.get("normalMaximum"), Fraction(0)) if declared is not None else None
    return found if found and found > 0 else snapped(probe.whole)


def correct_of(item: Element, name: str) -> tuple[str, ...]:
    """Return the values of a response's right answer, as they are written."""
    for declared in descendants(item, "responseDeclaration"):
        if declared.get("identifier") == name and (found := child(declared, "correctResponse")) is not None:
            return tuple("".join(str(text) for text in one.itertext()).strip() for one in found)
    return ()
