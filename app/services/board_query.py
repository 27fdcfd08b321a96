"""What everybody in a cohort did in their course: four flat queries, however many they are."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime
from fractions import Fraction

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session

from app.models import Answer, Attempt, AttemptState, Enrolment, Progress


@dataclass(frozen=True, slots=True)
class Try:
    """A submitted attempt; `earned` of `points`."""

    earned: Fraction
    points: int
    passed: bool


@dataclass(slots=True)
class Work:
    """What one person did in a course.

    `lessons` says of each opened lesson whether it was read to its end; `tries` are the submitted attempts at
    each graded quiz, first to last; `checked` are the answered items of checks, as `(quiz, item)`.
    """

    lessons: dict[str, bool] = field(default_factory=dict)
    tries: dict[str, list[Try]] = field(default_factory=lambda: defaultdict(list))
    open_quizzes: set[str] = field(default_factory=set)
    checked: set[tuple[str, str]] = field(default_factory=set)
    last_at: datetime | None = None

    def note(self, at: datetime | None) -> None:
        """Keep the latest instant at which something was done."""
        if at is not None and (self.last_at is None or at > self.last_at):
            self.last_at = at


def find_work(session: Session, course: str, cohort_id: int) -> dict[int, Work]:
    """Return what each learner of a cohort did in a course, by their id; who did nothing is absent. Three queries."""
    work: defaultdict[int, Work] = defaultdict(Work)
    learners = select(Enrolment.person_id).where(Enrolment.cohort_id == cohort_id, Enrolment.removed_at.is_(None))
    for person_id, lesson, seen_at, is_read in session.execute(_PROGRESS.where(*_of(Progress, course, learners))):
        work[person_id].lessons[lesson] = is_read
        work[person_id].note(seen_at)
    for row in session.execute(_ATTEMPTS.where(*_of(Attempt, course, learners))):
        work[row.person_id].note(row.done_at)
        if row.state is AttemptState.OPEN:
            work[row.person_id].open_quizzes.add(row.quiz)
        else:
            work[row.person_id].tries[row.quiz].append(Try(row.earned, row.points, bool(row.passed)))
    for person_id, quiz, item_id, is_graded, saved_at in session.execute(
        _ANSWERS.where(*_of(Attempt, course, learners))
    ):
        work[person_id].note(saved_at)
        if is_graded:  # while an attempt is open only the answers to a check have a score
            work[person_id].checked.add((quiz, item_id))
    return dict(work)


_PROGRESS = select(Progress.person_id, Progress.lesson, Progress.seen_at, Progress.read_at.is_not(None))
_ATTEMPTS = (
    select(
        Attempt.person_id,
        Attempt.quiz,
        Attempt.state,
        func.coalesce(Attempt.submitted_at, Attempt.started_at).label("done_at"),
        Attempt.earned,
        Attempt.points,
        Attempt.passed,
    )
    .where(Attempt.state != AttemptState.SET_ASIDE)
    .order_by(Attempt.person_id, Attempt.quiz, Attempt.number)
)
_ANSWERS = (
    select(Attempt.person_id, Attempt.quiz, Answer.item_id, Answer.score.is_not(None), Answer.saved_at)
    .join(Answer, Answer.attempt_id == Attempt.id)
    .where(Attempt.state == AttemptState.OPEN, Answer.saved_at.is_not(None))
)


def _of(table: type[Progress | Attempt], course: str, learners: Select[int]) -> tuple[ColumnElement[bool], ...]:
    """Return what narrows a table to a course and some people."""
    return table.course == course, table.person_id.in_(learners)
