"""Note that a lesson was opened, or read."""

from datetime import datetime

from sqlalchemy import func
from sqlalchemy.orm import Session

from app.models import Progress
from app.services.inserting import insert_for


def note_opened(session: Session, person_id: int, course: str, lesson: str, *, now: datetime) -> None:
    """Note that a person has a lesson open now."""
    _note(session, person_id, course, lesson, now=now, read_at=None)


def note_read(session: Session, person_id: int, course: str, lesson: str, *, now: datetime) -> None:
    """Note that a person has read a lesson; the first time is kept."""
    _note(session, person_id, course, lesson, now=now, read_at=now)


def _note(
    session: Session, person_id: int, course: str, lesson: str, *, now: datetime, read_at: datetime | None
) -> None:
    statement = insert_for(session, Progress).values(
        person_id=person_id, course=course, lesson=lesson, opened_at=now, seen_at=now, read_at=read_at
    )
    session.execute(
        statement.on_conflict_do_update(
            index_elements=["person_id", "course", "lesson"],
            set_={
                "seen_at": statement.excluded.seen_at,
                "read_at": func.coalesce(Progress.read_at, statement.excluded.read_at),
            },
        )
    )
