"""Whether the database answers."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models import Person


def database_answers(session: Session) -> None:
    """Read from a table. Raises SQLAlchemyError where the database does not answer or has no schema."""
    session.execute(select(Person.id).limit(1)).first()
