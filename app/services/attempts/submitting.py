"""Submit an attempt: grade every answer and close it, in one transaction."""

from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from sqlalchemy import CursorResult, bindparam, select, update
from sqlalchemy.orm import Session

from app.models import Answer, Attempt, AttemptState, ItemRevision
from app.services.attempts.served import item_of
from quizzes.grading import Graded, grade
from quizzes.scoring import passes


@dataclass(frozen=True, slots=True)
class Submitted:
    """The attempt is closed with so much earned of its points."""

    attempt_id: int
    earned: Fraction
    points: int
    passed: bool


@dataclass(frozen=True, slots=True)
class AlreadyClosed:
    """Another tab or a second click was first; nothing changed."""


def submit_attempt(
    session: Session, attempt_id: int, person_id: int, pass_percent: int, *, now: datetime
) -> Submitted | AlreadyClosed | None:
    """Grade and close a person's attempt; None where they have no such attempt.

    The attempt is claimed first: on SQLite that takes the write lock, and on PostgreSQL the row. Then the
    answers are locked and read, so that a save under way is either graded or refused.
    """
    claimed = session.execute(
        update(Attempt)
        .where(Attempt.id == attempt_id, Attempt.person_id == person_id, Attempt.state == AttemptState.OPEN)
        .values(state=AttemptState.SUBMITTED, submitted_at=now, earned=Fraction(0))
    )
    attempt = session.execute(
        select(Attempt.points).where(Attempt.id == attempt_id, Attempt.person_id == person_id)
    ).one_or_none()
    if attempt is None:
        return None
    if not isinstance(claimed, CursorResult) or claimed.rowcount == 0:
        return AlreadyClosed()
    earned = _grade_answers(session, attempt_id)
    passed = passes(earned, attempt.points, pass_percent)
    session.execute(update(Attempt).where(Attempt.id == attempt_id).values(earned=earned, passed=passed))
    return Submitted(attempt_id, earned, attempt.points, passed)


def _grade_answers(session: Session, attempt_id: int) -> Fraction:
    """Store each answer's score; return the sum of score times points."""
    rows = session.execute(
        select(Answer.item_id, Answer.response, ItemRevision.body)
        .join(ItemRevision, ItemRevision.hash == Answer.revision)
        .where(Answer.attempt_id == attempt_id)
        .with_for_update(of=Answer)
    ).all()
    earned = Fraction(0)
    scores: list[dict[str, object]] = []
    for row in rows:
        item = item_of(row.body)
        graded = grade(item, row.response)
        score = graded.score if isinstance(graded, Graded) else Fraction(0)
        earned += score * item.points
        scores.append({"of_attempt": attempt_id, "of_item": row.item_id, "new_score": score})
    session.connection().execute(_KEEP_SCORE, scores)
    return earned


_KEEP_SCORE = (
    update(Answer)
    .where(Answer.attempt_id == bindparam("of_attempt"), Answer.item_id == bindparam("of_item"))
    .values(score=bindparam("new_score"))
)
