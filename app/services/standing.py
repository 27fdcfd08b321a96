"""Where a person stands in a course: what they read, checked and passed, and where to go on."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from fractions import Fraction
from typing import Any

from sqlalchemy import BindParameter, and_, bindparam, select
from sqlalchemy.orm import Session

from app.models import Answer, Attempt, AttemptState, Progress
from app.services.attempts.checking import CheckAnswer
from courseware.course import Course
from quizzes.scoring import counting


@dataclass(frozen=True, slots=True)
class LessonMark:
    """One lesson as somebody stands in it; `seen_at` is the last time it was opened."""

    seen_at: datetime
    read_at: datetime | None


@dataclass(frozen=True, slots=True)
class Finished:
    """One submitted attempt."""

    attempt_id: int
    number: int
    earned: Fraction
    points: int
    passed: bool
    submitted_at: datetime


@dataclass(frozen=True, slots=True)
class QuizMark:
    """A person's attempts at one quiz: the submitted ones, first to last, and the open one's id.

    The attempts are numbered as the person made them; one set aside keeps its number.
    """

    finished: tuple[Finished, ...] = ()
    open_id: int | None = None

    @property
    def passed(self) -> bool:
        """Say whether some attempt passed."""
        return any(attempt.passed for attempt in self.finished)


@dataclass(frozen=True, slots=True)
class Standing:
    """A person's marks in one course, by slug of lesson and of quiz; checks also by item."""

    lessons: Mapping[str, LessonMark] = field(default_factory=dict)
    quizzes: Mapping[str, QuizMark] = field(default_factory=dict)
    checks: Mapping[str, Mapping[str, CheckAnswer]] = field(default_factory=dict)

    def is_read(self, lesson: str) -> bool:
        """Say whether a lesson was read to its end."""
        return lesson in self.lessons and self.lessons[lesson].read_at is not None

    def last_lesson(self) -> str | None:
        """Return the lesson that was open last."""
        return max(self.lessons, key=lambda lesson: self.lessons[lesson].seen_at, default=None)

    def counting_share(self, course: Course, quiz: str) -> Fraction | None:
        """Return the share of points, 0 to 1, that counts for a quiz, or None before the first attempt."""
        finished = self.quizzes[quiz].finished if quiz in self.quizzes else ()
        shares = [attempt.earned / attempt.points for attempt in finished if attempt.points]
        return counting(shares, course.bank.quizzes[quiz].settings.counts) if shares else None


def find_standing(session: Session, course: Course, person_id: int) -> Standing:
    """Return a person's standing in a course, in two queries."""
    return find_standings(session, [course.slug], person_id)[course.slug]


def find_standings(session: Session, courses: Sequence[str], person_id: int) -> dict[str, Standing]:
    """Return a person's standing in each course, by slug, in two queries however many courses there are."""
    names = {"person": person_id, "courses": list(courses)}
    connection = session.connection()
    progress = connection.execute(_PROGRESS, names).all()
    rows = connection.execute(_ATTEMPTS, names).all()
    return {
        course: Standing(
            lessons={row.lesson: LessonMark(row.seen_at, row.read_at) for row in progress if row.course == course},
            quizzes=_quiz_marks([row for row in rows if row.course == course and row.item_id is None]),
            checks=_check_answers([row for row in rows if row.course == course and row.item_id is not None]),
        )
        for course in courses
    }


# Every lesson asks these two, so they are built once, and sent without the ORM.
_COURSES: BindParameter[str] = bindparam("courses", expanding=True)
_PROGRESS = select(Progress.course, Progress.lesson, Progress.seen_at, Progress.read_at).where(
    Progress.person_id == bindparam("person"), Progress.course.in_(_COURSES)
)
# While an attempt is open only the answers to a check have a score.
_ATTEMPTS = (
    select(
        Attempt.id,
        Attempt.course,
        Attempt.quiz,
        Attempt.state,
        Attempt.number,
        Attempt.earned,
        Attempt.points,
        Attempt.passed,
        Attempt.submitted_at,
        Answer.item_id,
        Answer.response,
        Answer.score,
    )
    .outerjoin(
        Answer,
        and_(Answer.attempt_id == Attempt.id, Attempt.state == AttemptState.OPEN, Answer.score.is_not(None)),
    )
    .where(
        Attempt.person_id == bindparam("person"),
        Attempt.course.in_(_COURSES),
        Attempt.state != AttemptState.SET_ASIDE,
    )
    .order_by(Attempt.quiz, Attempt.number)
)


def _quiz_marks(rows: Sequence[Any]) -> dict[str, QuizMark]:
    finished: dict[str, list[Finished]] = defaultdict(list)
    open_ids: dict[str, int] = {}
    for row in rows:
        if row.state is AttemptState.OPEN:
            open_ids[row.quiz] = row.id
        else:
            finished[row.quiz].append(
                Finished(row.id, row.number, row.earned, row.points, bool(row.passed), row.submitted_at)
            )
    return {quiz: QuizMark(tuple(finished.get(quiz, ())), open_ids.get(quiz)) for quiz in {*finished, *open_ids}}


def _check_answers(rows: Sequence[Any]) -> dict[str, dict[str, CheckAnswer]]:
    checks: dict[str, dict[str, CheckAnswer]] = defaultdict(dict)
    for row in rows:
        checks[row.quiz][row.item_id] = CheckAnswer(row.item_id, row.response, row.score)
    return dict(checks)
