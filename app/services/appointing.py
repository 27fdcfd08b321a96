"""Who may teach: the first instructor, invitations to an account, and roles."""

from datetime import datetime

from sqlalchemy import exists, select, text, update
from sqlalchemy.orm import Session, aliased

from app.models import Person, Role
from app.services.inserting import insert_for
from app.services.passwords import hash_password
from app.services.people import Identity, identity_of

TEACHERS = (Role.INSTRUCTOR, Role.ADMIN)


def has_instructor(session: Session) -> bool:
    """Say whether somebody may teach already."""
    return bool(session.scalar(select(exists().where(Person.role.in_(TEACHERS)))))


def become_first(session: Session, person_id: int) -> bool:
    """Make a person the first instructor, who is an admin; False where another was faster."""
    if session.get_bind().dialect.name == "postgresql":
        # Two that come at once would each see nobody. SQLite has one writer at a time, who looks and writes at once.
        session.execute(text("LOCK TABLE person IN SHARE ROW EXCLUSIVE MODE"))
    other = aliased(Person)
    nobody = ~exists().where(other.role.in_(TEACHERS))
    statement = update(Person).where(Person.id == person_id, nobody).values(role=Role.ADMIN).returning(Person.id)
    return session.execute(statement, execution_options={"synchronize_session": False}).first() is not None


def find_invited(session: Session, person_id: int, session_key: str) -> Identity | None:
    """Return who an invitation is for, or None where it was used or withdrawn."""
    person = session.get(Person, person_id)
    if person is None or person.email is None or person.password_hash is not None:
        return None
    return identity_of(person) if person.session_key == session_key else None


def accept_invitation(
    session: Session, person_id: int, invited_key: str, *, name: str, password: str, session_key: str, now: datetime
) -> Identity | None:
    """Turn an invited person into an account; None where the invitation was used or withdrawn in the meantime."""
    statement = (
        update(Person)
        .where(Person.id == person_id, Person.session_key == invited_key, Person.password_hash.is_(None))
        .values(name=name, password_hash=hash_password(password), session_key=session_key, seen_at=now)
        .returning(Person)
    )
    person = session.scalars(statement).one_or_none()
    return identity_of(person) if person is not None and person.email else None


def invite(session: Session, *, email: str, name: str, role: Role, session_key: str, now: datetime) -> Identity | None:
    """Add somebody who will choose a password later; None where the e-mail is known."""
    statement = (
        insert_for(session, Person)
        .values(email=email, name=name, role=role, session_key=session_key, timezone="", created_at=now, seen_at=now)
        .on_conflict_do_nothing(index_elements=["email"])
        .returning(Person.id)
    )
    made = session.scalar(statement)
    return identity_of(session.get_one(Person, made)) if made is not None else None


def list_people(session: Session) -> tuple[Identity, ...]:
    """Return everybody with an e-mail, by e-mail."""
    people = session.scalars(select(Person).where(Person.email.is_not(None)).order_by(Person.email))
    return tuple(identity_of(person) for person in people)


def find_by_email(session: Session, email: str) -> Identity | None:
    """Return who has an e-mail, in its normal form."""
    person = session.scalar(select(Person).where(Person.email == email))
    return identity_of(person) if person else None
