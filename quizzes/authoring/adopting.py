"""Other people's questions as a bank of ours: each told by a kind, read back, and held against what was taken.

What no kind can ask, and what a course would refuse, is refused here with its place and why. So what is written
passes the check of a course, but for what the course itself has to add.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from quizzes.authoring.authored import authored, texts_in
from quizzes.authoring.bank_file import bank_yaml
from quizzes.authoring.choices import Fields, UnsayableError
from quizzes.exports.report import short_name
from quizzes.exports.texts import texts_of
from quizzes.faults import Fault
from quizzes.flaws import flaws
from quizzes.imports.limits import DEFAULT, Limits
from quizzes.imports.report import Change, Imported, Place, Refused, Taken
from quizzes.interactions import Item
from quizzes.likeness import likeness
from quizzes.proofread import is_sound, text_faults
from quizzes.quiz import read_item
from quizzes.responses import JSON
from quizzes.source import Source
from quizzes.text import PICTURES

_PICTURE = re.compile(rf"{PICTURES}[a-z0-9-]+\.[a-z]+")  # as importers name what they keep


@dataclass(frozen=True, slots=True)
class TakenLine:
    """A question that stands in the bank. Without changes it is exact; `owed` is what an author still has to write.

    `flaws` are what gives its answer away, or misleads.
    """

    place: Place
    item: Item
    name: str
    changes: tuple[Change, ...]
    owed: tuple[str, ...]
    flaws: tuple[str, ...]

    @property
    def is_exact(self) -> bool:
        """Say whether it is asked and scored as before."""
        return not self.changes


@dataclass(frozen=True, slots=True)
class Adoption:
    """A bank made of a file: the report, the YAML, and the pictures that belong beside it."""

    file: str
    format: str
    title: str
    taken: tuple[TakenLine, ...]
    refused: tuple[Refused, ...]
    notes: tuple[str, ...]
    yaml: str
    pictures: Mapping[str, bytes]

    @property
    def counts(self) -> dict[str, int]:
        """Return how many questions are exact, converted and refused."""
        found = Counter("exact" if line.is_exact else "converted" for line in self.taken)
        return {"exact": found["exact"], "converted": found["converted"], "refused": len(self.refused)}

    def to_json(self) -> dict[str, JSON]:
        """Return the report as plain values."""
        return {
            "file": self.file,
            "format": self.format,
            "title": self.title,
            "counts": dict(self.counts),
            "items": [_line_json(line) for line in self.taken],
            "refused": [{**_place_json(one.place), "why": one.why} for one in self.refused],
            "notes": list(self.notes),
            "pictures": list[JSON](sorted(self.pictures)),
        }


def adopt(imported: Imported, file: str, format_name: str, limits: Limits = DEFAULT) -> Adoption:
    """Return the bank that a file's questions make. Raises OutOfTimeError where the time is up."""
    taken: list[TakenLine] = []
    refused: list[Refused] = []
    items: list[Fields] = []
    for entry in imported.entries:
        if isinstance(entry, Refused):
            refused.append(entry)
            continue
        try:
            fields, line = _adopted(entry, imported.pictures, limits)
        except UnsayableError as error:
            refused.append(Refused(entry.place, str(error)))
            continue
        items.append(fields)
        taken.append(line)
    used = _pictures_in(items)
    return Adoption(
        file=file,
        format=format_name,
        title=imported.title.strip() or file,
        taken=tuple(taken),
        refused=tuple(refused),
        notes=imported.notes,
        yaml=_yaml(imported, file, items, limits) if items else "",
        pictures={name: content for name, content in imported.pictures.items() if name in used},
    )


def _yaml(imported: Imported, file: str, items: Iterable[Fields], limits: Limits) -> str:
    pieces = []
    for piece in bank_yaml(imported.title.strip() or file, file, items, imported.settings):
        limits.check_time()
        pieces.append(piece)
    return "".join(pieces)


def _pictures_in(items: Iterable[Fields]) -> set[str]:
    return {name for fields in items for text in texts_in(fields) for name in _PICTURE.findall(text)}


def _adopted(entry: Taken, pictures: Mapping[str, bytes], limits: Limits) -> tuple[Fields, TakenLine]:
    limits.check_time()
    fields = authored(entry.item)
    faults: list[Fault] = []
    read = read_item(Source(entry.place.file, {"items": [fields]}), fields, 0, faults, may_owe=True)
    if read is None:
        raise UnsayableError(faults[0].message)
    item = read.lower()
    if likeness(item.parts[0]) != likeness(entry.item.parts[0]):
        raise UnsayableError("its scoring can’t be said by any kind of question here")
    for text in texts_of(item):
        limits.check_time()
        for fault in () if is_sound(text) else text_faults(text, (), pictures):
            raise UnsayableError(f"a text of it can’t be shown: {fault}")
    said = tuple(flaw.message for flaw in flaws(item))
    return fields, TakenLine(entry.place, item, short_name(item), entry.changes, tuple(_owed(item)), said)


def _owed(item: Item) -> Iterator[str]:
    for name in ("objective", "see", "explanation"):
        if not getattr(item, name):
            yield name
    part = item.parts[0]
    if not part.feedback and not item.right and not item.wrong:
        yield "feedback"


def _place_json(place: Place) -> dict[str, JSON]:
    return {"file": place.file, "line": place.line, "name": place.name}


def _line_json(line: TakenLine) -> dict[str, JSON]:
    return {
        **_place_json(line.place),
        "id": line.item.id,
        "kind": line.item.kind,
        "outcome": "exact" if line.is_exact else "converted",
        "changes": [{"what": one.what, "changes_score": one.changes_score} for one in line.changes],
        "owed": list(line.owed),
        "flaws": list(line.flaws),
    }
