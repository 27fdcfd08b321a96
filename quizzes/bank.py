"""All quizzes of one course, with what must hold between them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from quizzes.faults import ContentError, Fault
from quizzes.interactions import Item
from quizzes.quiz import Draw, Quiz, quiz_from
from quizzes.source import Source, read_file
from quizzes.text import PICTURES

PICTURE_TYPES = (".png", ".jpg", ".gif", ".webp")


@dataclass(frozen=True, slots=True)
class Bank:
    """The quizzes of a course by slug; `unread` has the source of each whose faults keep it from being used.

    `pictures` are those beside the quizzes, as texts refer to them; they lie in `folder`.
    """

    course: str
    quizzes: Mapping[str, Quiz]
    unread: Mapping[str, Source] = field(default_factory=dict)
    pictures: frozenset[str] = frozenset()
    folder: Path | None = None

    def candidates(self, draw: Draw) -> tuple[Item, ...]:
        """Return the items that a draw may take, in the order of their file."""
        return tuple(item for item in self.quizzes[draw.source].items if draw.takes(item))

    def askable(self, quiz: Quiz) -> tuple[Item, ...]:
        """Return every item that some paper of a quiz can hold."""
        if not quiz.settings.draw:
            return quiz.items
        found = {item.id: item for draw in quiz.settings.draw for item in self.candidates(draw)}
        return tuple(found.values())

    def size(self, quiz: Quiz) -> int:
        """Return how many items a paper of a quiz has."""
        return sum(draw.count for draw in quiz.settings.draw) if quiz.settings.draw else len(quiz.items)

    def pictures_named(self, names: Iterable[str]) -> dict[str, bytes]:
        """Return those of the pictures that are there, each once, in the order of their names in texts."""
        known = [name for name in dict.fromkeys(names) if name in self.pictures]
        return {name: (self.folder / name).read_bytes() for name in known if self.folder is not None}


def read_bank(folder: Path, course: str, name: str) -> tuple[Bank, list[Fault]]:
    """Read all quizzes of a course's folder, known to people as `name`.

    The bank holds the quizzes that can be used; the faults are those of all files together.
    """
    quizzes: dict[str, Quiz] = {}
    unread: dict[str, Source] = {}
    faults: list[Fault] = []
    for path in sorted(folder.glob("*.yaml")):
        source = Source(f"{name}/{path.name}")
        try:
            source = read_file(path, source.file)
            quizzes[path.stem] = quiz_from(source, course, path.stem)
        except ContentError as error:
            unread[path.stem] = source
            faults.extend(error.faults)
    bank = Bank(course, quizzes, unread, _pictures(folder), folder)
    faults.extend(_repeated_ids(bank))
    faults.extend(_draw_faults(bank))
    return bank, faults


def _pictures(folder: Path) -> frozenset[str]:
    found = (folder / PICTURES).glob("*")
    return frozenset(f"{PICTURES}{path.name}" for path in found if path.suffix in PICTURE_TYPES and path.is_file())


def _repeated_ids(bank: Bank) -> Iterator[Fault]:
    first: dict[str, Quiz] = {}
    for quiz in bank.quizzes.values():
        for index, item in enumerate(quiz.items):
            if item.id in first:
                message = f"the id “{item.id}” is already used in {first[item.id].file}; give each item its own"
                yield quiz.fault(index, "id", message)
            first.setdefault(item.id, quiz)


def _draw_faults(bank: Bank) -> Iterator[Fault]:
    for quiz in bank.quizzes.values():
        for index, draw in enumerate(quiz.settings.draw):
            place = ("draw", index, "from")
            if draw.source in bank.unread:
                continue  # Its own faults are told already.
            if draw.source not in bank.quizzes:
                yield quiz.source.fault(place, f"draws from “{draw.source}”, but this course has no such quiz")
                continue
            there = len(bank.candidates(draw))
            left = there - _taken_before(bank, quiz.settings.draw[:index], draw)
            if there < draw.count:
                yield quiz.source.fault(place, f"draws {draw.count} items from “{draw.source}”, where {there} fit")
            elif left < draw.count:
                message = f"draws {draw.count} items from “{draw.source}”, where draws above it may leave only {left}"
                yield quiz.source.fault(place, f"{message}; draw fewer, or narrow the filters")


def _taken_before(bank: Bank, draws: Iterable[Draw], last: Draw) -> int:
    """Return how many candidates of a draw those above it can take at most."""
    wanted = {item.id for item in bank.candidates(last)}
    return sum(
        min(draw.count, len(wanted.intersection(item.id for item in bank.candidates(draw))))
        for draw in draws
        if draw.source == last.source
    )
