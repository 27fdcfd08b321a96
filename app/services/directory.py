"""Everybody with an e-mail, for admins: found, and given another role."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select, update
from sqlalchemy.orm import Session

from app.models import Person, Role

PAGE_SIZE = 100


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody with an e-mail. `session_key` makes an invitation link: never give it to a template."""

    id: int
    name: str
    email: str
    role: Role
    has_password: bool
    created_at: datetime
    seen_at: datetime
    session_key: str


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """A page of people, by e-mail, of `total` who were found."""

    rows: tuple[PersonRow, ...]
    total: int


class RoleChange(StrEnum):
    """What became of another role for somebody."""

    CHANGED = "changed"
    SAME = "same"
    LAST_ADMIN = "last-admin"


_COLUMNS = (
    Person.id,
    Person.name,
    Person.email,
    Person.role,
    Person.password_hash.is_not(None),
    Person.created_at,
    Person.seen_at,
    Person.session_key,
)


def find_people(session: Session, query: str, page: int) -> PeoplePage:
    """Return people whose name or e-mail has every word of a query, a page at a time, in two queries."""
    wanted = [Person.email.is_not(None), *(_has(word) for word in query.split())]
    total = session.scalar(select(func.count()).select_from(Person).where(*wanted)) or 0
    rows = session.execute(
        select(*_COLUMNS).where(*wanted).order_by(Person.email).offset((page - 1) * PAGE_SIZE).limit(PAGE_SIZE)
    )
    return PeoplePage(tuple(_row(row) for row in rows), total)


def _has(word: str) -> ColumnElement[bool]:
    """Return the test for a word; SQLite lowers ASCII letters only, so a name is also compared as it is."""
    return or_(
        Person.name.contains(word, autoescape=True),
        func.lower(Person.name).contains(word.lower(), autoescape=True),
        Person.email.contains(word.lower(), autoescape=True),
    )


def _row(row: Any) -> PersonRow:
    return PersonRow(*row)


def find_person(session: Session, person_id: int) -> PersonRow | None:
    """Return somebody with an e-mail."""
    row = session.execute(select(*_COLUMNS).where(Person.id == person_id, Person.email.is_not(None))).one_or_none()
    return _row(row) if row else None


def change_role(session: Session, person_id: int, role: Role, *, session_key: str) -> RoleChange | None:
    """Give somebody a role; None where there is nobody. One admin who can sign in always stays.

    Who is invited gets the new session key, which withdraws the links to their invitation that are out: whoever
    holds one was meant to have the old role.
    """
    # An UPDATE locks all admins, so that of two who take each other's role the second finds only one left.
    session.execute(update(Person).where(Person.role == Role.ADMIN).values(role=Person.role))
    person = session.scalar(
        select(Person)
        .where(Person.id == person_id, Person.email.is_not(None))
        .execution_options(populate_existing=True)
    )
    if person is None:
        return None
    if person.role is role:
        return RoleChange.SAME
    if person.role is Role.ADMIN and person.password_hash is not None and _admins(session) < 2:  # noqa: PLR2004
        return RoleChange.LAST_ADMIN
    person.role = role
    if person.password_hash is None:
        person.session_key = session_key
    session.flush()
    return RoleChange.CHANGED


def _admins(session: Session) -> int:
    """Return how many admins can sign in."""
    return (
        session.scalar(
            select(func.count()).select_from(Person).where(Person.role == Role.ADMIN, Person.password_hash.is_not(None))
        )
        or 0
    )
