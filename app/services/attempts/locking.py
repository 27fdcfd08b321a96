"""Let one request at a time begin something for a person."""

from datetime import datetime

from sqlalchemy import update
from sqlalchemy.orm import Session

from app.models import Person


def lock_person(session: Session, person_id: int, *, now: datetime) -> None:
    """Make other requests that lock this person wait until the commit.

    An UPDATE locks on both databases: SQLite, which has no SELECT FOR UPDATE, takes its write lock.
    """
    session.execute(update(Person).where(Person.id == person_id).values(seen_at=now))
