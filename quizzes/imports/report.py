"""What an importer gives: questions taken, with what changed, and questions refused, each with its place and why."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from quizzes.interactions import Item


@dataclass(frozen=True, slots=True)
class Place:
    """Where a question stands: its file, the line (0 where none can be named), and what it is called there."""

    file: str
    line: int
    name: str

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}" if self.line else self.file
        return f"{where}: “{self.name}”" if self.name else where


@dataclass(frozen=True, slots=True)
class Change:
    """What is not as it was. `changes_score`: some answer earns another score here than there."""

    what: str
    changes_score: bool = False


@dataclass(frozen=True, slots=True)
class Taken:
    """A question in the closed language; without changes it is exact."""

    item: Item
    place: Place
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """A question, or a file of questions, that can't be taken."""

    place: Place
    why: str


Entry = Taken | Refused


@dataclass(frozen=True, slots=True)
class Imported:
    """What stands in a file: its questions in order, the pictures that they show, and what the whole loses.

    Pictures are named as texts refer to them, such as `images/rope-1a2b3c4d.png`. `settings` are those of the quiz,
    by their names in a bank.
    """

    title: str
    entries: tuple[Entry, ...]
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    settings: Mapping[str, object] = field(default_factory=dict)
