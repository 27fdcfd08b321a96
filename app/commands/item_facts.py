"""What is known of each question besides its text: kind, objective, misconceptions, difficulty and proof."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from courseware.course import Course
from courseware.proofs.touched import proofs_of
from quizzes.interactions import Item
from quizzes.kinds.generated import Generated
from quizzes.quiz import Quiz
from quizzes.responses import JSON

DIFFICULTIES = ("easy", "medium", "hard")
HEADINGS = (*DIFFICULTIES, "all", "proved")
GAP = "  "


@dataclass(frozen=True, slots=True)
class ItemFacts:
    """One question. `misconceptions` are those that some answer stands for, `proof` the scripts that settle its key."""

    id: str
    kind: str
    objective: str
    difficulty: str
    points: int
    misconceptions: tuple[str, ...]
    proof: tuple[str, ...]
    as_of: str

    def as_json(self) -> dict[str, JSON]:
        """Return all of it for programs."""
        return {
            "id": self.id,
            "kind": self.kind,
            "objective": self.objective,
            "difficulty": self.difficulty,
            "points": self.points,
            "misconceptions": [*self.misconceptions],
            "proof": [*self.proof],
            "as_of": self.as_of,
        }


def item_facts(course: Course, quiz: Quiz) -> Iterator[ItemFacts]:
    """Yield what is known of every item that some paper of a quiz can hold."""
    authored = {name: one for other in course.bank.quizzes.values() for name, one in other.authored.items()}
    for item in course.bank.askable(quiz):
        own = authored[item.id]
        held = {name for part in item.parts for name in part.misconceptions.values()}
        proof = proofs_of(course, item)
        if isinstance(own, Generated):
            held |= {near.misconception for near in own.near} - {""}
            proof += own.proved_by
        yield _facts(item, held, proof)


def _facts(item: Item, held: set[str], proof: tuple[str, ...]) -> ItemFacts:
    return ItemFacts(
        id=item.id,
        kind=item.kind,
        objective=item.objective,
        difficulty=item.difficulty,
        points=item.points,
        misconceptions=tuple(sorted(held)),
        proof=proof,
        as_of=item.as_of,
    )


def tables(items: Iterable[ItemFacts]) -> Iterator[str]:
    """Yield the lines of three tables: how many items by kind, by objective and by misconception, easy to hard."""
    known = list({item.id: item for item in items}.values())
    yield from _table("kind", known, lambda item: (item.kind,))
    yield ""
    yield from _table("objective", known, lambda item: (item.objective,))
    yield ""
    yield from _table("misconception", known, lambda item: item.misconceptions or ("(none)",))


def _table(what: str, items: list[ItemFacts], names: Callable[[ItemFacts], tuple[str, ...]]) -> Iterator[str]:
    found = sorted({name for item in items for name in names(item)})
    width = max(len(name) for name in (what, "all", *found))
    yield f"{what:<{width}}{GAP}{GAP.join(HEADINGS)}"
    for name in found:
        yield _row(name, width, [item for item in items if name in names(item)])
    yield _row("all", width, items)


def _row(name: str, width: int, items: list[ItemFacts]) -> str:
    counts = [sum(item.difficulty == level for item in items) for level in DIFFICULTIES]
    counts += [len(items), sum(bool(item.proof) for item in items)]
    cells = (f"{count:>{len(heading)}}" for count, heading in zip(counts, HEADINGS, strict=True))
    return f"{name:<{width}}{GAP}{GAP.join(cells)}"
