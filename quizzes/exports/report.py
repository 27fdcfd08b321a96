"""What becomes of each item of a quiz in another format, told before the file is written."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import assert_never

from quizzes.exports.variants import authored_id
from quizzes.interactions import Item
from quizzes.responses import JSON
from quizzes.text import to_plain

NAME_LENGTH = 80
WORDS = ("exact", "converted", "by-hand", "dropped")  # from good to bad
FROZEN = "its numbers are drawn anew for each learner here, and are the same for everybody there"
DRAWN = "its numbers are drawn anew for each learner here; there one of the variants is"


@dataclass(frozen=True, slots=True)
class Exact:
    """Asked and scored as here."""


@dataclass(frozen=True, slots=True)
class Converted:
    """Asked as something else. `changes_score`: some response earns another score there than here."""

    to: str
    why: str
    changes_score: bool = False


@dataclass(frozen=True, slots=True)
class ByHand:
    """Carried over, but a person must finish or grade it there."""

    why: str
    changes_score: bool = False


@dataclass(frozen=True, slots=True)
class Dropped:
    """Left out of the file."""

    why: str

    @property
    def changes_score(self) -> bool:
        """Return True: what is not asked can't be scored."""
        return True


Outcome = Exact | Converted | ByHand | Dropped


@dataclass(frozen=True, slots=True)
class Lost:
    """Something smaller that the target can't say. `item` is empty where the whole quiz loses it."""

    item: str
    what: str


@dataclass(frozen=True, slots=True)
class Line:
    """One item of the report; `name` is its prompt, plain and shortened."""

    item: str
    kind: str
    name: str
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Report:
    """What `format` makes of a quiz: one line an item in the order of the quiz, and the smaller losses."""

    format: str
    quiz: str
    lines: tuple[Line, ...]
    lost: tuple[Lost, ...]

    @property
    def counts(self) -> dict[str, int]:
        """Return how many items are exact, converted, by hand and dropped."""
        found = Counter(word(line.outcome) for line in self.lines)
        return {name: found[name] for name in WORDS}

    @property
    def changes_score(self) -> bool:
        """Say whether some response can earn another score in the target."""
        return any(changes_score(line.outcome) for line in self.lines)

    def lost_by(self, item: str) -> tuple[str, ...]:
        """Return what one item loses, or, for an empty name, the quiz as a whole."""
        return tuple(lost.what for lost in self.lost if lost.item == item)

    def to_json(self) -> dict[str, JSON]:
        """Return the report as plain values."""
        return {
            "format": self.format,
            "quiz": self.quiz,
            "counts": dict(self.counts),
            "changes_score": self.changes_score,
            "items": [self._line_json(line) for line in self.lines],
            "lost": list(self.lost_by("")),
        }

    def _line_json(self, line: Line) -> dict[str, JSON]:
        return {
            "id": line.item,
            "kind": line.kind,
            "name": line.name,
            "outcome": word(line.outcome),
            "to": line.outcome.to if isinstance(line.outcome, Converted) else "",
            "why": "" if isinstance(line.outcome, Exact) else line.outcome.why,
            "changes_score": changes_score(line.outcome),
            "lost": list(self.lost_by(line.item)),
        }


def word(outcome: Outcome) -> str:
    """Return the word for an outcome: exact, converted, by-hand or dropped."""
    match outcome:
        case Exact():
            return "exact"
        case Converted():
            return "converted"
        case ByHand():
            return "by-hand"
        case Dropped():
            return "dropped"
        case _:
            assert_never(outcome)


def build_report(format_name: str, quiz: str, fates: Iterable[tuple[Item, Outcome]], lost: Sequence[Lost]) -> Report:
    """Return the report of items with what becomes of each; the variants of a generated one share a line."""
    grouped: dict[str, list[tuple[Item, Outcome]]] = {}
    for item, outcome in fates:
        grouped.setdefault(authored_id(item.id), []).append((item, outcome))
    told = dict.fromkeys(Lost(authored_id(loss.item), loss.what) for loss in lost)
    return Report(format_name, quiz, tuple(_line(found) for found in grouped.values()), tuple(told))


def _line(found: Sequence[tuple[Item, Outcome]]) -> Line:
    """Return the line of one item, or of one with its variants, with the worst that becomes of any."""
    item, _ = found[0]
    worst = max((outcome for _, outcome in found), key=_badness)
    return Line(item.id, item.kind, short_name(item), _frozen(item, worst, len(found)))


def _badness(outcome: Outcome) -> tuple[int, bool]:
    return list(WORDS).index(word(outcome)), changes_score(outcome)


def _frozen(item: Item, outcome: Outcome, variants: int) -> Outcome:
    """Return what becomes of an item, where variants of a generated one are all that can be carried over."""
    if not item.variant or not isinstance(outcome, Exact):
        return outcome
    if variants == 1:
        return Converted("one frozen variant", FROZEN)
    return Converted(f"a pool of {variants} frozen variants", DRAWN)


def short_name(item: Item) -> str:
    """Return an item's prompt on one line, cut at a word: the name it gets where names are asked for."""
    plain = to_plain(item.prompt.split("\n\n```")[0])
    if len(plain) <= NAME_LENGTH:
        return plain or item.id
    return plain[: NAME_LENGTH - 1].rsplit(" ", 1)[0].rstrip(" .,;:") + "…"


def changes_score(outcome: Outcome) -> bool:
    """Say whether some response can earn another score there."""
    return not isinstance(outcome, Exact) and outcome.changes_score
