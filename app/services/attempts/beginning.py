"""Begin an attempt, or come back to the one that is open."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.models import Answer, Attempt, AttemptState, ItemRevision
from app.services.attempts.locking import lock_person
from app.services.inserting import insert_for
from quizzes.bank import Bank
from quizzes.interactions import Item
from quizzes.paper import draw_paper
from quizzes.quiz import Quiz
from quizzes.serial import encode_item, revision_hash


@dataclass(frozen=True, slots=True)
class Begun:
    """An open attempt; `resumed` where it was there before."""

    attempt_id: int
    resumed: bool


@dataclass(frozen=True, slots=True)
class NoAttemptsLeft:
    """Every attempt that the quiz allows is used."""

    allowed: int


def begin_attempt(
    session: Session, bank: Bank, quiz: Quiz, person_id: int, *, now: datetime, seed: str
) -> Begun | NoAttemptsLeft:
    """Return the open attempt of a person at a quiz, begun where there is none.

    Two tabs that begin at once get the same attempt: the second waits for the first, then finds it.
    """
    lock_person(session, person_id, now=now)
    open_id = open_attempt_id(session, quiz, person_id)
    if open_id is not None:
        return Begun(open_id, resumed=True)
    allowed = quiz.settings.attempts
    if allowed and submitted_count(session, quiz, person_id) >= allowed:
        return NoAttemptsLeft(allowed)
    items = draw_paper(bank, quiz, seed)
    made_id = insert_attempt(session, quiz, person_id, sum(item.points for item in items), now=now, seed=seed)
    revisions = keep_revisions(session, items, now=now)
    rows = [
        {"attempt_id": made_id, "item_id": item.id, "position": position, "revision": revision}
        for position, (item, revision) in enumerate(zip(items, revisions, strict=True), 1)
    ]
    session.execute(insert_for(session, Answer), rows)
    return Begun(made_id, resumed=False)


def open_attempt_id(session: Session, quiz: Quiz, person_id: int) -> int | None:
    """Return a person's open attempt at a quiz."""
    found: int | None = session.scalar(
        select(Attempt.id).where(
            Attempt.person_id == person_id,
            Attempt.course == quiz.course,
            Attempt.quiz == quiz.slug,
            Attempt.state == AttemptState.OPEN,
        )
    )
    return found


def submitted_count(session: Session, quiz: Quiz, person_id: int) -> int:
    """Return how many attempts at a quiz a person has submitted."""
    return (
        session.scalar(
            select(func.count())
            .select_from(Attempt)
            .where(
                Attempt.person_id == person_id,
                Attempt.course == quiz.course,
                Attempt.quiz == quiz.slug,
                Attempt.state == AttemptState.SUBMITTED,
            )
        )
        or 0
    )


def insert_attempt(session: Session, quiz: Quiz, person_id: int, points: int, *, now: datetime, seed: str) -> int:
    """Add a person's next attempt at a quiz, open and without answers; return its id.

    Raises IntegrityError where one is open.
    """
    number = (
        select(func.coalesce(func.max(Attempt.number), 0) + 1)
        .where(Attempt.person_id == person_id, Attempt.course == quiz.course, Attempt.quiz == quiz.slug)
        .scalar_subquery()
    )
    statement = (
        insert_for(session, Attempt)
        .values(
            person_id=person_id,
            course=quiz.course,
            quiz=quiz.slug,
            number=number,
            seed=seed,
            state=AttemptState.OPEN,
            started_at=now,
            points=points,
        )
        .returning(Attempt.id)
    )
    made: int = session.execute(statement).scalar_one()
    return made


def keep_revisions(session: Session, items: Iterable[Item], *, now: datetime) -> list[str]:
    """Keep each item as it is served; return their hashes, in the order of the items."""
    bodies = [encode_item(item) for item in items]
    hashes = [revision_hash(body) for body in bodies]
    rows = [
        {"hash": name, "item_id": item.id, "body": body, "created_at": now}
        for name, item, body in zip(hashes, items, bodies, strict=True)
    ]
    if rows:
        session.execute(insert_for(session, ItemRevision).on_conflict_do_nothing(), rows)
    return hashes
