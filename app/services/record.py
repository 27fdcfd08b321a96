"""The record of a person's attempts, newest first."""

from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from sqlalchemy import select, tuple_
from sqlalchemy.orm import Session

from app.models import Attempt, AttemptState
from courseware.library import Library

PAGE_SIZE = 50


@dataclass(frozen=True, slots=True)
class RecordLine:
    """One attempt. `course_title` and `title` are slugs where the course or quiz is gone; its answers stay."""

    attempt_id: int
    course: str
    course_title: str
    quiz: str
    title: str
    number: int
    state: AttemptState
    started_at: datetime
    submitted_at: datetime | None
    earned: Fraction | None
    points: int
    passed: bool | None
    is_offered: bool


@dataclass(frozen=True, slots=True)
class RecordPage:
    """A page of the record, counted from 1."""

    lines: tuple[RecordLine, ...]
    page: int
    has_older: bool


def find_record(session: Session, library: Library, person_id: int, page: int = 1) -> RecordPage:
    """Return a page of a person's attempts at graded quizzes, in one query."""
    checks = {
        (course.slug, quiz.slug)
        for course in library.courses.values()
        for quiz in course.bank.quizzes.values()
        if quiz.settings.mode == "check"
    }
    statement = (
        select(
            Attempt.id,
            Attempt.course,
            Attempt.quiz,
            Attempt.number,
            Attempt.state,
            Attempt.started_at,
            Attempt.submitted_at,
            Attempt.earned,
            Attempt.points,
            Attempt.passed,
        )
        .where(Attempt.person_id == person_id, tuple_(Attempt.course, Attempt.quiz).not_in(checks))
        .order_by(Attempt.started_at.desc(), Attempt.id.desc())
        .offset((page - 1) * PAGE_SIZE)
        .limit(PAGE_SIZE + 1)
    )
    rows = session.execute(statement).all()
    lines = []
    for row in rows[:PAGE_SIZE]:
        course = library.courses.get(row.course)
        quiz = course.quiz(row.quiz) if course else None
        lines.append(
            RecordLine(
                attempt_id=row.id,
                course=row.course,
                course_title=course.title if course else row.course,
                quiz=row.quiz,
                title=quiz.title if quiz else row.quiz,
                number=row.number,
                state=row.state,
                started_at=row.started_at,
                submitted_at=row.submitted_at,
                earned=row.earned,
                points=row.points,
                passed=row.passed,
                is_offered=quiz is not None,
            )
        )
    return RecordPage(tuple(lines), page, has_older=len(rows) > PAGE_SIZE)
