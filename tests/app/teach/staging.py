"""What the tests of teaching put on the stage: people, lessons read, attempts made; and a counter of queries."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from fractions import Fraction
from itertools import count

from sqlalchemy import Engine, event
from sqlalchemy.orm import Session

from app.models import (
    Answer,
    Attempt,
    AttemptState,
    Cohort,
    CohortInstructor,
    Enrolment,
    ItemRevision,
    Person,
    Progress,
)
from app.services.people import Identity
from courseware.library import Library
from quizzes.bank import Bank
from quizzes.quiz import Quiz
from quizzes.responses import JSON
from quizzes.serial import encode_item, revision_hash
from tests.conftest import START

KNOTS = "knots"
numbers = count(1)


def at(days: float = 0) -> datetime:
    """Return the instant so many days after the start."""
    return START + timedelta(days=days)


def cohort_of(session: Session, *teachers: Identity, name: str = "Autumn", course: str = KNOTS) -> int:
    """Make a cohort that some people teach; return its id."""
    cohort = Cohort(course=course, name=name, join_code=f"code-{next(numbers)}", created_at=START)
    session.add(cohort)
    session.flush()
    session.add_all(CohortInstructor(cohort_id=cohort.id, person_id=teacher.id) for teacher in teachers)
    session.commit()
    return cohort.id


def enrol(session: Session, cohort_id: int, *person_ids: int, days: float = 0) -> None:
    """Put people into a cohort."""
    session.add_all(Enrolment(cohort_id=cohort_id, person_id=one, enrolled_at=at(days)) for one in person_ids)
    session.commit()


def invited(session: Session, name: str) -> int:
    """Add somebody who is invited and has not joined; return their id."""
    person = Person(
        email=f"{name.lower()}@example.org", name=name, session_key=f"key of {name}", created_at=START, seen_at=START
    )
    session.add(person)
    session.commit()
    return person.id


def reads(session: Session, person_id: int, lesson: str, *, days: float = 0, to_the_end: bool = True) -> None:
    """Let somebody open a lesson, and read it."""
    when = at(days)
    read_at = when if to_the_end else None
    session.add(
        Progress(person_id=person_id, course=KNOTS, lesson=lesson, opened_at=when, seen_at=when, read_at=read_at)
    )
    session.commit()


def tries(  # noqa: PLR0913 (by name only)
    session: Session,
    person_id: int,
    quiz: str,
    *,
    earned: Fraction | None = None,
    points: int = 10,
    passed: bool = False,
    number: int = 1,
    days: float = 0,
    state: AttemptState | None = None,
    course: str = KNOTS,
) -> int:
    """Let somebody make an attempt without answers; with nothing earned it stays open."""
    submitted = earned is not None
    attempt = Attempt(
        person_id=person_id,
        course=course,
        quiz=quiz,
        number=number,
        seed="seed",
        state=state or (AttemptState.SUBMITTED if submitted else AttemptState.OPEN),
        started_at=at(days),
        submitted_at=at(days) if submitted else None,
        points=points,
        earned=earned,
        passed=passed if submitted else None,
    )
    session.add(attempt)
    session.commit()
    return attempt.id


def answers(
    session: Session, attempt_id: int, quiz: Quiz, given: dict[str, tuple[JSON, Fraction]], *, days: float = 0
) -> None:
    """Put graded answers into an attempt."""
    items = {item.id: item for item in quiz.items}
    for position, (item_id, (response, score)) in enumerate(given.items(), 1):
        body = encode_item(items[item_id])
        session.merge(ItemRevision(hash=revision_hash(body), item_id=item_id, body=body, created_at=START))
        session.flush()
        session.add(
            Answer(
                attempt_id=attempt_id,
                item_id=item_id,
                position=position,
                revision=revision_hash(body),
                response=response,
                saved_at=None if response is None else at(days),
                score=score,
                tries=1,
            )
        )
    session.commit()


def bank_of(library: Library) -> Bank:
    """Return the quizzes of the small course."""
    return library.courses[KNOTS].bank


@contextmanager
def queries(engine: Engine) -> Iterator[list[str]]:
    """Yield a list that fills with every statement that reaches the database."""
    seen: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        seen.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(engine, "before_cursor_execute", note)
