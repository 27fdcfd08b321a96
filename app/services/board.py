"""A cohort's board: learners by lessons and quizzes, what is still to do, and who needs a hand."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from fractions import Fraction

from sqlalchemy.orm import Session

from app.services.board_query import Try, Work, find_work
from app.services.roster import RosterRow, Status, find_roster
from courseware.asked import graded_quizzes, is_step, quiz_nav
from courseware.course import Course, Lesson
from quizzes.analysis import mean_of
from quizzes.quiz import Quiz
from quizzes.scoring import counting

QUIET_AFTER = timedelta(days=7)
STUCK_AFTER = 2


class Need(StrEnum):
    """Why somebody who is not done may need a hand."""

    QUIET = "quiet"  # nothing done for QUIET_AFTER, counted from when they were added
    STUCK = "stuck"  # STUCK_AFTER or more attempts at a quiz, none of them passed


class Reading(StrEnum):
    """How far somebody is in a lesson; `CHECKED` where all its checks are answered, too."""

    NOT_YET = "not-yet"
    OPENED = "opened"
    READ = "read"
    CHECKED = "checked"


@dataclass(frozen=True, slots=True)
class LessonColumn:
    """A lesson of the course; `done` of all learners have read it."""

    slug: str
    title: str
    nav: str
    done: int


@dataclass(frozen=True, slots=True)
class QuizColumn:
    """A graded quiz; `mean` is that of the shares that count, over the `n` learners who have one."""

    slug: str
    title: str
    nav: str
    pass_percent: int
    n: int
    passed: int
    mean: Fraction | None


@dataclass(frozen=True, slots=True)
class QuizCell:
    """A learner's marks in a quiz: the share of points that counts, 0 to 1, of so many submitted attempts."""

    share: Fraction | None
    tries: int
    passed: bool
    is_open: bool
    is_step: bool


@dataclass(frozen=True, slots=True)
class BoardRow:
    """A learner, with one cell a column in the order of the columns."""

    person_id: int
    name: str
    email: str
    status: Status
    enrolled_at: datetime
    lessons: tuple[Reading, ...]
    quizzes: tuple[QuizCell, ...]
    last_at: datetime | None
    quiet_days: int
    needs: tuple[Need, ...]

    @property
    def read(self) -> int:
        """Return how many lessons they have read."""
        return sum(reading in (Reading.READ, Reading.CHECKED) for reading in self.lessons)

    @property
    def is_done(self) -> bool:
        """Say whether every lesson is read and every quiz passed that is a step of the course."""
        return self.read == len(self.lessons) and all(cell.passed for cell in self.quizzes if cell.is_step)


@dataclass(frozen=True, slots=True)
class Board:
    """All learners of a cohort, by name. `mean` is that of the `marks_n` shares in all quiz cells."""

    lessons: tuple[LessonColumn, ...]
    quizzes: tuple[QuizColumn, ...]
    rows: tuple[BoardRow, ...]
    completed: Fraction | None
    mean: Fraction | None
    marks_n: int

    @property
    def needing(self) -> tuple[BoardRow, ...]:
        """Return who needs a hand."""
        return tuple(row for row in self.rows if row.needs)


def find_board(session: Session, course: Course, cohort_id: int, *, now: datetime) -> Board:
    """Return a cohort's board, in four queries."""
    work = find_work(session, course.slug, cohort_id)
    lessons, quizzes = course.lessons, graded_quizzes(course)
    rows = tuple(
        _row(learner, work.get(learner.person_id, Work()), course, quizzes, now)
        for learner in find_roster(session, cohort_id)
    )
    shares = [cell.share for row in rows for cell in row.quizzes if cell.share is not None]
    cells = len(rows) * len(lessons)
    return Board(
        lessons=tuple(_lesson_column(lesson, place, rows) for place, lesson in enumerate(lessons)),
        quizzes=tuple(_quiz_column(course, quiz, place, rows) for place, quiz in enumerate(quizzes)),
        rows=rows,
        completed=Fraction(sum(row.read for row in rows), cells) if cells else None,
        mean=mean_of(shares),
        marks_n=len(shares),
    )


def _row(learner: RosterRow, work: Work, course: Course, quizzes: Sequence[Quiz], now: datetime) -> BoardRow:
    readings = tuple(_reading(lesson, work) for lesson in course.lessons)
    cells = tuple(_quiz_cell(course, quiz, work) for quiz in quizzes)
    quiet = now - (work.last_at or learner.enrolled_at)
    row = BoardRow(
        person_id=learner.person_id,
        name=learner.name,
        email=learner.email,
        status=learner.status,
        enrolled_at=learner.enrolled_at,
        lessons=readings,
        quizzes=cells,
        last_at=work.last_at,
        quiet_days=max(quiet.days, 0),
        needs=(),
    )
    return row if row.is_done else replace(row, needs=_needs(quiet, cells))


def _reading(lesson: Lesson, work: Work) -> Reading:
    if lesson.slug not in work.lessons:
        return Reading.NOT_YET
    if not work.lessons[lesson.slug]:
        return Reading.OPENED
    asked = {(check.quiz, item) for check in lesson.checks for item in check.items}
    return Reading.CHECKED if asked and asked <= work.checked else Reading.READ


def _quiz_cell(course: Course, quiz: Quiz, work: Work) -> QuizCell:
    tries: Sequence[Try] = work.tries.get(quiz.slug, ())
    shares = [one.earned / one.points for one in tries if one.points]
    share = counting(shares, quiz.settings.counts) if shares else None
    return QuizCell(
        share=share,
        tries=len(tries),
        passed=any(one.passed for one in tries),
        is_open=quiz.slug in work.open_quizzes,
        is_step=is_step(course, quiz),
    )


def _needs(quiet: timedelta, cells: Sequence[QuizCell]) -> tuple[Need, ...]:
    stuck = any(cell.tries >= STUCK_AFTER and not cell.passed for cell in cells)
    return (Need.QUIET,) * (quiet >= QUIET_AFTER) + (Need.STUCK,) * stuck


def _lesson_column(lesson: Lesson, place: int, rows: Sequence[BoardRow]) -> LessonColumn:
    done = sum(row.lessons[place] in (Reading.READ, Reading.CHECKED) for row in rows)
    return LessonColumn(lesson.slug, lesson.title, lesson.nav, done)


def _quiz_column(course: Course, quiz: Quiz, place: int, rows: Sequence[BoardRow]) -> QuizColumn:
    cells = [row.quizzes[place] for row in rows]
    shares = [cell.share for cell in cells if cell.share is not None]
    passed = sum(cell.passed for cell in cells)
    return QuizColumn(
        quiz.slug, quiz.title, quiz_nav(course, quiz), quiz.settings.pass_percent, len(shares), passed, mean_of(shares)
    )
