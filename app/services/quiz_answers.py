"""The answers of a cohort to quizzes of its course, with the items as they were served."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from fractions import Fraction

from sqlalchemy import ColumnElement, String, and_, case, cast, select
from sqlalchemy.orm import Session

from app.models import Answer, Attempt, AttemptState, Enrolment, ItemRevision, Person
from app.services.attempts.served import item_of
from quizzes.grading import FULL, NOTHING
from quizzes.interactions import Item
from quizzes.responses import JSON


class Which(StrEnum):
    """Which attempts are looked at: each learner's first submitted one, or every submitted one."""

    FIRST = "first"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class CohortAttempt:
    """A learner's attempt at a quiz; what is earned is None only of the open attempt that holds a check's answers."""

    id: int
    person_id: int
    name: str
    email: str
    quiz: str
    number: int
    started_at: datetime
    submitted_at: datetime | None
    earned: Fraction | None
    points: int
    passed: bool | None


@dataclass(frozen=True, slots=True)
class GradedAnswer:
    """An answer to one item, as it was served in that revision."""

    attempt_id: int
    item_id: str
    position: int
    revision: str
    response: JSON
    score: Fraction
    tries: int


@dataclass(frozen=True, slots=True)
class ShownAnswer:
    """What a learner answered to a revision of an item; None where it earned everything or nothing was answered."""

    person_id: int
    revision: str
    response: JSON


@dataclass(frozen=True, slots=True)
class Revision:
    """An item as it was served, first at `created_at`."""

    hash: str
    item: Item
    created_at: datetime


def find_submitted(
    session: Session, course: str, quizzes: Collection[str], cohort_id: int, which: Which
) -> tuple[CohortAttempt, ...]:
    """Return a cohort's submitted attempts at some graded quizzes, by learner, in one query."""
    found = _attempts(session, _in(course, quizzes, cohort_id, AttemptState.SUBMITTED))
    if which is Which.ALL:
        return found
    first: dict[tuple[int, str], CohortAttempt] = {}
    for attempt in found:
        first.setdefault((attempt.person_id, attempt.quiz), attempt)
    return tuple(first.values())


def find_checked(session: Session, course: str, quizzes: Collection[str], cohort_id: int) -> tuple[CohortAttempt, ...]:
    """Return the open attempts that hold a cohort's answers to checks, by learner, in one query."""
    return _attempts(session, _in(course, quizzes, cohort_id, AttemptState.OPEN))


def find_answers(
    session: Session, course: str, quizzes: Collection[str], cohort_id: int, attempts: Sequence[CohortAttempt]
) -> tuple[GradedAnswer, ...]:
    """Return the graded answers of some of a cohort's attempts at quizzes, in one query."""
    wanted = {attempt.id for attempt in attempts}
    rows = session.execute(
        select(
            Answer.attempt_id,
            Answer.item_id,
            Answer.position,
            Answer.revision,
            Answer.response,
            Answer.score,
            Answer.tries,
        )
        .join(Attempt, Attempt.id == Answer.attempt_id)
        .where(_in(course, quizzes, cohort_id, _state_of(attempts)), Answer.score.is_not(None))
        .order_by(Answer.attempt_id, Answer.position, Answer.item_id)
    )
    return tuple(GradedAnswer(*row[:5], row.score or NOTHING, row.tries) for row in rows if row.attempt_id in wanted)


def find_shown(
    session: Session, course: str, quizzes: Collection[str], cohort_id: int, attempts: Sequence[CohortAttempt]
) -> Iterator[ShownAnswer]:
    """Yield what was answered in some of a cohort's attempts, from one query.

    A whole course is thousands of answers, mostly right and else mostly the same: right ones are left in the database,
    and each other is decoded once.
    """
    learner_of = {attempt.id: attempt.person_id for attempt in attempts}
    told = case((Answer.score == FULL, None), else_=cast(Answer.response, String))
    rows = session.execute(
        select(Answer.attempt_id, Answer.revision, told)
        .join(Attempt, Attempt.id == Answer.attempt_id)
        .where(_in(course, quizzes, cohort_id, _state_of(attempts)), Answer.score.is_not(None))
    )
    decoded: dict[str | None, JSON] = {None: None}
    for attempt_id, revision, text in rows:
        if attempt_id in learner_of:
            if text not in decoded:
                decoded[text] = json.loads(text)
            yield ShownAnswer(learner_of[attempt_id], revision, decoded[text])


def find_revisions(
    session: Session, course: str, quizzes: Collection[str], cohort_id: int, attempts: Sequence[CohortAttempt]
) -> Mapping[str, Revision]:
    """Return the items of a cohort's attempts as they were served, by the hash of their revision, in one query."""
    served = (
        select(Answer.revision)
        .join(Attempt, Attempt.id == Answer.attempt_id)
        .where(_in(course, quizzes, cohort_id, _state_of(attempts)))
    )
    rows = session.execute(
        select(ItemRevision.hash, ItemRevision.body, ItemRevision.created_at).where(ItemRevision.hash.in_(served))
    )
    return {row.hash: Revision(row.hash, item_of(row.body), row.created_at) for row in rows}


def _state_of(attempts: Sequence[CohortAttempt]) -> AttemptState:
    """Return the state of attempts that were found together: submitted, or open for those that hold checks."""
    return AttemptState.SUBMITTED if any(attempt.submitted_at for attempt in attempts) else AttemptState.OPEN


def _in(course: str, quizzes: Collection[str], cohort_id: int, state: AttemptState) -> ColumnElement[bool]:
    learners = select(Enrolment.person_id).where(Enrolment.cohort_id == cohort_id, Enrolment.removed_at.is_(None))
    return and_(
        Attempt.course == course,
        Attempt.quiz.in_(list(quizzes)),
        Attempt.state == state,
        Attempt.person_id.in_(learners),
    )


def _attempts(session: Session, wanted: ColumnElement[bool]) -> tuple[CohortAttempt, ...]:
    rows = session.execute(
        select(
            Attempt.id,
            Attempt.person_id,
            Person.name,
            Person.email,
            Attempt.quiz,
            Attempt.number,
            Attempt.started_at,
            Attempt.submitted_at,
            Attempt.earned,
            Attempt.points,
            Attempt.passed,
        )
        .join(Person, Person.id == Attempt.person_id)
        .where(wanted)
        .order_by(Attempt.person_id, Attempt.quiz, Attempt.number)
    )
    found = [CohortAttempt(row[0], row[1], row[2], row[3] or "", *row[4:]) for row in rows]
    return tuple(sorted(found, key=lambda attempt: ((attempt.name or attempt.email).casefold(), attempt.person_id)))
