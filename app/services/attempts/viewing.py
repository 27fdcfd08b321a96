"""An attempt as its learner, or an instructor, looks at it."""

from dataclasses import dataclass, replace
from datetime import datetime
from fractions import Fraction

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.models import Answer, Attempt, AttemptState, ItemRevision
from app.services.attempts.served import item_of
from quizzes.grading import NOTHING, Graded, grade, grade_part
from quizzes.interactions import Item
from quizzes.responses import JSON, Blank, Unreadable, read


@dataclass(frozen=True, slots=True)
class StoredAnswer:
    """One item of an attempt and what was answered. It holds the key: never give it to a template."""

    item: Item
    position: int
    response: JSON
    sequence: int
    saved_at: datetime | None
    flagged: bool
    score: Fraction | None

    @property
    def is_answered(self) -> bool:
        """Say whether something was answered: an answer taken back is stored, but blank."""
        return not is_blank(self.item, self.response)

    @property
    def graded(self) -> Graded:
        """Return what became of it; the score is the one that was kept, where there is one."""
        graded = grade(self.item, self.response)
        if isinstance(graded, Unreadable):  # readable once, by the rules of an older version
            parts = tuple(grade_part(part, Blank()) for part in self.item.parts)
            graded = Graded(NOTHING, parts, blank=True)
        return graded if self.score is None else replace(graded, score=self.score)


def is_blank(item: Item, raw: JSON) -> bool:
    """Say whether a response answers no part of an item."""
    responses = read(item, raw)
    return not isinstance(responses, Unreadable) and all(isinstance(given, Blank) for given in responses.values())


@dataclass(frozen=True, slots=True)
class StoredAttempt:
    """An attempt with its answers, first to last."""

    id: int
    person_id: int
    course: str
    quiz: str
    number: int
    seed: str
    state: AttemptState
    started_at: datetime
    submitted_at: datetime | None
    points: int
    earned: Fraction | None
    passed: bool | None
    answers: tuple[StoredAnswer, ...]

    @property
    def is_open(self) -> bool:
        """Say whether answers are still taken."""
        return self.state is AttemptState.OPEN

    def answer_to(self, item_id: str) -> StoredAnswer | None:
        """Return the answer to one item."""
        return next((answer for answer in self.answers if answer.item.id == item_id), None)


def find_attempt(session: Session, attempt_id: int) -> StoredAttempt | None:
    """Return an attempt, whoever it belongs to: the caller decides who may see it. Two queries."""
    attempt = session.execute(select(Attempt).where(Attempt.id == attempt_id)).scalar_one_or_none()
    if attempt is None:
        return None
    rows = session.execute(
        select(
            ItemRevision.body,
            Answer.position,
            Answer.response,
            Answer.sequence,
            Answer.saved_at,
            Answer.flagged,
            Answer.score,
        )
        .join(ItemRevision, ItemRevision.hash == Answer.revision)
        .where(Answer.attempt_id == attempt_id)
        .order_by(Answer.position, Answer.item_id)
    ).all()
    return StoredAttempt(
        id=attempt.id,
        person_id=attempt.person_id,
        course=attempt.course,
        quiz=attempt.quiz,
        number=attempt.number,
        seed=attempt.seed,
        state=attempt.state,
        started_at=attempt.started_at,
        submitted_at=attempt.submitted_at,
        points=attempt.points,
        earned=attempt.earned,
        passed=attempt.passed,
        answers=tuple(StoredAnswer(item_of(row.body), *row[1:]) for row in rows),
    )


def own_attempt(session: Session, attempt_id: int, person_id: int) -> StoredAttempt | None:
    """Return a person's own attempt; None where there is none, or it is somebody else's."""
    attempt = find_attempt(session, attempt_id)
    return attempt if attempt is not None and attempt.person_id == person_id else None


def flag_answer(session: Session, attempt_id: int, item_id: str, person_id: int, flag: bool) -> bool:
    """Flag an item of a person's open attempt for later, or take the flag back; say whether there is one."""
    mine = select(Attempt.id).where(
        Attempt.id == attempt_id, Attempt.person_id == person_id, Attempt.state == AttemptState.OPEN
    )
    found = session.scalars(
        update(Answer)
        .where(Answer.attempt_id.in_(mine), Answer.item_id == item_id)
        .values(flagged=flag)
        .returning(Answer.item_id)
    ).all()
    return bool(found)
