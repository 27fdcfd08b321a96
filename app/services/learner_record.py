"""What one learner did in a course, for those who teach them: every attempt, and the answers to checks."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models import Answer, Attempt, AttemptState, ItemRevision
from app.services.attempts.served import item_of
from courseware.asked import check_quizzes
from courseware.course import Course
from quizzes.exports.report import short_name


@dataclass(frozen=True, slots=True)
class AttemptLine:
    """One attempt at a graded quiz; `title` is the slug where the quiz is gone."""

    id: int
    quiz: str
    title: str
    number: int
    state: AttemptState
    started_at: datetime
    submitted_at: datetime | None
    earned: Fraction | None
    points: int
    passed: bool | None

    @property
    def duration(self) -> timedelta | None:
        """Return how long it took, from beginning to submitting."""
        return self.submitted_at - self.started_at if self.submitted_at else None

    @property
    def share(self) -> Fraction | None:
        """Return the share of points earned, 0 to 1."""
        return self.earned / self.points if self.earned is not None and self.points else None


@dataclass(frozen=True, slots=True)
class CheckLine:
    """The last answer to an item of a check, of so many tries; `name` is its prompt, shortened."""

    quiz: str
    title: str
    item_id: str
    name: str
    tries: int
    score: Fraction
    saved_at: datetime | None


def find_attempts(session: Session, course: Course, person_id: int) -> tuple[AttemptLine, ...]:
    """Return a person's attempts at the graded quizzes of a course, newest first, in one query."""
    rows = session.execute(
        select(
            Attempt.id,
            Attempt.quiz,
            Attempt.number,
            Attempt.state,
            Attempt.started_at,
            Attempt.submitted_at,
            Attempt.earned,
            Attempt.points,
            Attempt.passed,
        )
        .where(Attempt.person_id == person_id, Attempt.course == course.slug, Attempt.quiz.not_in(_check_slugs(course)))
        .order_by(Attempt.started_at.desc(), Attempt.id.desc())
    )
    return tuple(AttemptLine(row.id, row.quiz, _title(course, row.quiz), *row[2:]) for row in rows)


def find_checks(session: Session, course: Course, person_id: int) -> tuple[CheckLine, ...]:
    """Return a person's last answers to the checks of a course, in the order of its lessons, in one query."""
    checks = _check_slugs(course)
    rows = session.execute(
        select(Attempt.quiz, Answer.item_id, ItemRevision.body, Answer.tries, Answer.score, Answer.saved_at)
        .join(Attempt, Attempt.id == Answer.attempt_id)
        .join(ItemRevision, ItemRevision.hash == Answer.revision)
        .where(
            Attempt.person_id == person_id,
            Attempt.course == course.slug,
            Attempt.quiz.in_(checks),
            Attempt.state == AttemptState.OPEN,
            Answer.score.is_not(None),
        )
        .order_by(Answer.position, Answer.item_id)
    ).all()
    return tuple(
        CheckLine(
            row.quiz,
            _title(course, row.quiz),
            row.item_id,
            short_name(item_of(row.body)),
            row.tries,
            row.score,
            row.saved_at,
        )
        for row in sorted(rows, key=lambda row: checks.index(row.quiz))
    )


def _title(course: Course, slug: str) -> str:
    quiz = course.quiz(slug)
    return quiz.title if quiz else slug


def _check_slugs(course: Course) -> list[str]:
    return [quiz.slug for quiz in check_quizzes(course)]
