"""What a proof carries: the claims it backs, the items whose key it settles, and those whose feedback rests on it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from courseware.course import Course
from courseware.proofs.scripts import hash_of
from quizzes.interactions import Item, Part
from quizzes.serial import encode_item


@dataclass(frozen=True, slots=True)
class Touched:
    """Ids, sorted. `items` have their key from the proof; `feedback` only says what a claim that it shows says."""

    claims: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    feedback: tuple[str, ...] = ()


def touched(course: Course, proof: str) -> Touched:
    """Return what rests on a proof."""
    claims = [claim for claim in course.claims.values() if proof in claim.demos]
    settled = {name for claim in claims for name in claim.misconceptions}
    keyed = set(proved_items(course, proof))
    told = {item.id for item in items_of(course) if settled.intersection(_misconceptions(item))}
    told |= {name for claim in claims for name in items_naming(course, claim.id)}
    return Touched(
        claims=tuple(sorted(claim.id for claim in claims)),
        items=tuple(sorted(keyed)),
        feedback=tuple(sorted(told - keyed)),
    )


def items_naming(course: Course, claim: str) -> tuple[str, ...]:
    """Return the items whose author says that their words rest on a claim."""
    quizzes = course.bank.quizzes.values()
    return tuple(name for quiz in quizzes for name, item in quiz.authored.items() if claim in item.claims)


def shown_claims(course: Course, demonstration: str) -> Mapping[str, str]:
    """Return a hash of the statement of each claim that a demonstration shows, by the claim's id."""
    return {claim.id: hash_of(claim.statement) for claim in course.claims.values() if demonstration in claim.demos}


def claims_behind(course: Course, items: Iterable[str]) -> tuple[str, ...]:
    """Return the claims that settle what somebody believes who answers one of these items wrongly."""
    wanted = set(items)
    held = {name for item in items_of(course) if item.id in wanted for name in _misconceptions(item)}
    return tuple(sorted(claim.id for claim in course.claims.values() if held.intersection(claim.misconceptions)))


def items_of(course: Course) -> Iterator[Item]:
    """Yield every item of a course."""
    for quiz in course.bank.quizzes.values():
        yield from quiz.items


def proved_items(course: Course, proof: str) -> Mapping[str, str]:
    """Return the fingerprint of each item whose key a proof settles, by the item's id."""
    return {item.id: fingerprint(item) for item in items_of(course) if proof in proofs_of(course, item)}


def proofs_of(course: Course, item: Item) -> tuple[str, ...]:
    """Return the scripts that settle an item's key: the demonstration it names, and the key script of its own name."""
    return (*([item.proof] if item.proof else []), *([item.id] if item.id in course.proofs.keys else []))


def fingerprint(item: Item) -> str:
    """Return a hash of what a proof speaks of: the question and its key, not the words said afterwards."""
    parts = tuple(Part(part.key, part.interaction, part.answer) for part in item.parts)
    bare = Item(item.id, item.kind, item.prompt, parts)
    return hash_of(encode_item(bare))


def _misconceptions(item: Item) -> Iterable[str]:
    return {name for part in item.parts for name in part.misconceptions.values()}
