"""A quiz: its settings and items, read from one YAML file, every fault at once."""

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Struct, field

from quizzes.faults import ContentError, Fault
from quizzes.interactions import Item
from quizzes.kinds import kinds
from quizzes.kinds.base import Authored, Slug, Specimen, Words
from quizzes.patterns import PatternName
from quizzes.shape import read_struct
from quizzes.source import Source, read_file

Mode = Literal["graded", "check"]
Layout = Literal["one-by-one", "all-on-one"]
Counts = Literal["best", "last", "first", "mean"]
Review = Literal["after-submit", "after-last", "marks-only"]


class Draw(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """So many items, drawn from a quiz of the same course, of those that pass every filter given."""

    source: Slug = field(name="from")
    count: Annotated[int, msgspec.Meta(ge=1, le=500)]
    kinds: tuple[str, ...] = ()
    difficulty: Literal["easy", "medium", "hard"] | None = None
    objectives: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()

    def takes(self, item: Item) -> bool:
        """Say whether an item passes the filters."""
        return (
            (not self.kinds or item.kind in self.kinds)
            and (self.difficulty is None or item.difficulty == self.difficulty)
            and (not self.objectives or item.objective in self.objectives)
            and (not self.tags or not set(self.tags).isdisjoint(item.tags))
        )


class Settings(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What stands above the items. `attempts` 0 means no limit; `pass_percent` is a whole percent.

    `allow` says why a pattern that the check would report is meant.
    `imported` names the file that the items come from: they may still lack what its authors did not write.
    """

    title: Words
    summary: str = ""
    mode: Mode = "graded"
    layout: Layout = "one-by-one"
    attempts: Annotated[int, msgspec.Meta(ge=0, le=100)] = 0
    counts: Counts = "best"
    pass_percent: Annotated[int, msgspec.Meta(ge=0, le=100)] = field(default=70, name="pass")
    review: Review = "after-submit"
    shuffle_items: bool = False
    shuffle_options: bool = True
    draw: tuple[Draw, ...] = ()
    allow: dict[PatternName, Words] = {}
    imported: str = ""
    items: tuple[dict[str, object], ...] = ()


@dataclass(frozen=True, slots=True)
class Quiz:
    """A quiz ready for use. `specimens` and `authored` are keyed by item id; `file` is its name for people.

    Of a generated question, `items` and `specimens` hold the first variant.
    """

    course: str
    slug: str
    file: str
    settings: Settings
    items: tuple[Item, ...]
    specimens: Mapping[str, tuple[Specimen, ...]]
    source: Source
    authored: Mapping[str, Authored] = dataclasses.field(default_factory=dict)

    @property
    def title(self) -> str:
        """Return the title."""
        return self.settings.title

    @property
    def address(self) -> str:
        """Return `course/quiz`, which names it among all quizzes."""
        return f"{self.course}/{self.slug}"

    def variant(self, item: Item, name: str) -> Item:
        """Return a generated item in another variant, and any other as it is."""
        return self.authored[item.id].lower(name) if item.variant else item

    def fault(self, item_index: int, key: str, message: str) -> Fault:
        """Return a fault at a key of an item."""
        return self.source.fault(("items", item_index, key), message)


class _Specimens(Mapping[str, tuple[Specimen, ...]]):
    """The specimens of items, each made when it is asked for: they are for proofs, and most readers want none."""

    def __init__(self, authored: Mapping[str, Authored]) -> None:
        self._authored = authored

    def __getitem__(self, item: str) -> tuple[Specimen, ...]:
        return tuple(self._authored[item].specimens())

    def __iter__(self) -> Iterator[str]:
        return iter(self._authored)

    def __len__(self) -> int:
        return len(self._authored)


def read_quiz(path: Path, course: str, name: str) -> Quiz:
    """Read a quiz file; `name` is what to call the file. Raises ContentError with every fault of the file."""
    source = read_file(path, name)
    return quiz_from(source, course, path.stem)


def quiz_from(source: Source, course: str, slug: str) -> Quiz:
    """Return the quiz that a YAML source holds. Raises ContentError with every fault."""
    faults: list[Fault] = []
    top = dict(source.value) if isinstance(source.value, dict) else source.value
    raw_items = top.pop("items", []) if isinstance(top, dict) else []
    settings = read_struct(Settings, source, top, (), faults)
    if not isinstance(raw_items, list):
        faults.append(source.fault(("items",), "“items” must be a list"))
        raw_items = []
    may_owe = settings is not None and bool(settings.imported)
    authored = [read_item(source, raw, index, faults, may_owe=may_owe) for index, raw in enumerate(raw_items)]
    if settings is not None and not raw_items and not settings.draw:
        faults.append(source.fault((), "the quiz asks nothing; list items, or draw them from other quizzes"))
    if faults or settings is None:
        raise ContentError(faults)
    good = [item for item in authored if item is not None]
    return Quiz(
        course=course,
        slug=slug,
        file=source.file,
        settings=settings,
        items=tuple(item.lower() for item in good),
        specimens=_Specimens({item.id: item for item in good}),
        source=source,
        authored={item.id: item for item in good},
    )


def read_item(
    source: Source, raw: object, index: int, faults: list[Fault], *, may_owe: bool = False
) -> Authored | None:
    """Read one item of a quiz's list; return None, with faults added, where it can't be used."""
    place = ("items", index)
    kind = raw.get("kind") if isinstance(raw, dict) else None
    if not isinstance(kind, str) or kind not in kinds():
        what = f"unknown kind “{kind}”" if kind else "lacks the key “kind”"
        faults.append(source.fault((*place, "kind"), f"item {index + 1}: {what}; known kinds: {', '.join(kinds())}"))
        return None
    item = read_struct(kinds()[kind], source, raw, place, faults, may_owe=may_owe)
    if item is None:
        return None
    problems = list(item.problems())
    faults.extend(source.fault((*place, *problem.place), problem.message) for problem in problems)
    return None if problems else item
