"""Answer a check in a lesson: graded at once, as often as one likes, and kept."""

from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from sqlalchemy import update
from sqlalchemy.orm import Session

from app.models import Answer
from app.services.attempts.beginning import insert_attempt, keep_revisions, open_attempt_id
from app.services.attempts.locking import lock_person
from app.services.attempts.saving import milliseconds
from app.services.inserting import insert_for
from quizzes.grading import Graded, grade
from quizzes.interactions import Item
from quizzes.quiz import Quiz
from quizzes.responses import JSON, Unreadable


@dataclass(frozen=True, slots=True)
class CheckAnswer:
    """What a person answered last in a check, and its score from 0 to 1."""

    item_id: str
    response: JSON
    score: Fraction


def answer_check(
    session: Session, quiz: Quiz, item: Item, person_id: int, raw: JSON, *, now: datetime
) -> Graded | Unreadable:
    """Grade and keep an answer to an item of a check. What can't be read, and a blank, is not kept."""
    graded = grade(item, raw)
    if isinstance(graded, Unreadable) or graded.blank:
        return graded
    attempt_id = _check_attempt(session, quiz, person_id, now=now)
    revision = keep_revisions(session, [item], now=now)[0]
    position = next(number for number, other in enumerate(quiz.items, 1) if other.id == item.id)
    session.execute(
        insert_for(session, Answer)
        .values(attempt_id=attempt_id, item_id=item.id, position=position, revision=revision)
        .on_conflict_do_nothing(index_elements=["attempt_id", "item_id"])
    )
    session.execute(
        update(Answer)
        .where(Answer.attempt_id == attempt_id, Answer.item_id == item.id)
        .values(
            response=raw,
            revision=revision,
            saved_at=now,
            sequence=milliseconds(now),
            score=graded.score,
            tries=Answer.tries + 1,
        )
    )
    return graded


def _check_attempt(session: Session, quiz: Quiz, person_id: int, *, now: datetime) -> int:
    """Return the one open attempt that holds a person's answers to a check, made where missing."""
    found = open_attempt_id(session, quiz, person_id)
    if found is not None:
        return found
    lock_person(session, person_id, now=now)
    found = open_attempt_id(session, quiz, person_id)  # a second tab may have been first
    if found is not None:
        return found
    points = sum(item.points for item in quiz.items)
    return insert_attempt(session, quiz, person_id, points, now=now, seed=quiz.slug)
