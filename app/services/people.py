"""People as the app knows them while they use it: guests, their profile, and when they were last seen."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import bindparam, exists, select, update
from sqlalchemy.orm import Session

from app.models import EndedSession, Person, Role
from app.services.inserting import insert_for

SEEN_EVERY = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Identity:
    """Somebody with a row in `person`, as a request sees them. `timezone` is empty until they choose one."""

    id: int
    name: str
    email: str | None
    role: Role
    timezone: str
    session_key: str
    has_password: bool
    seen_at: datetime

    @property
    def is_account(self) -> bool:
        """Say whether they can sign in with a password."""
        return self.has_password

    @property
    def is_guest(self) -> bool:
        """Say whether nothing is known of them but what they did here."""
        return self.email is None

    @property
    def is_instructor(self) -> bool:
        """Say whether they may teach; an admin may."""
        return self.role in (Role.INSTRUCTOR, Role.ADMIN)

    @property
    def is_admin(self) -> bool:
        """Say whether they may see and change everything."""
        return self.role is Role.ADMIN

    # What Flask-Login asks of a user.
    is_authenticated = True
    is_active = True
    is_anonymous = False

    def get_id(self) -> str:
        """Return what a session keeps: useless once the person has another session key."""
        return f"{self.id}:{self.session_key}"


def identity_of(person: Person) -> Identity:
    """Return a person's identity."""
    return Identity(
        id=person.id,
        name=person.name,
        email=person.email,
        role=person.role,
        timezone=person.timezone,
        session_key=person.session_key,
        has_password=person.password_hash is not None,
        seen_at=person.seen_at,
    )


def find_identity(session: Session, person_id: int, session_key: str, token: str) -> Identity | None:
    """Return who a session belongs to, or None where the person is gone, or it or all their sessions were ended."""
    names = {"person": person_id, "session_key": session_key, "session_token": token}
    row = session.connection().execute(_IDENTITY, names).first()
    return Identity(*row) if row else None


# Part of the statements that ask who is there, so that it costs no query of its own.
SESSION_GOES_ON = ~exists(select(EndedSession.token).where(EndedSession.token == bindparam("session_token")))

# Every request of somebody known asks this, so it is built once, and sent without the ORM.
_IDENTITY = select(
    Person.id,
    Person.name,
    Person.email,
    Person.role,
    Person.timezone,
    Person.session_key,
    Person.password_hash.is_not(None),
    Person.seen_at,
).where(Person.id == bindparam("person"), Person.session_key == bindparam("session_key"), SESSION_GOES_ON)


def end_session(session: Session, token: str, *, now: datetime) -> None:
    """End one session, on every device that has its cookie."""
    session.execute(insert_for(session, EndedSession).values(token=token, ended_at=now).on_conflict_do_nothing())


def add_guest(session: Session, *, session_key: str, now: datetime) -> Identity | None:
    """Make a row for somebody who did something without an account, or find the one made a moment ago.

    A browser that sends two things at once, before it knows itself as a guest, sends the same key twice: the
    second insert gives way to the first. None where the key belongs to an account by now.
    """
    values = {"role": Role.LEARNER, "name": "", "timezone": "", "created_at": now, "seen_at": now}
    session.execute(insert_for(session, Person).values(session_key=session_key, **values).on_conflict_do_nothing())
    guest = session.scalar(select(Person).where(Person.session_key == session_key, Person.email.is_(None)))
    return identity_of(guest) if guest else None


def note_seen(session: Session, identity: Identity, *, now: datetime) -> None:
    """Keep when somebody last did something, to within SEEN_EVERY: a busy learner costs no extra write."""
    if now - identity.seen_at >= SEEN_EVERY:
        session.execute(update(Person).where(Person.id == identity.id).values(seen_at=now))


def change_profile(session: Session, person_id: int, *, name: str, timezone: str) -> None:
    """Set the name and the time zone that somebody wants; an empty zone means the browser's."""
    session.execute(update(Person).where(Person.id == person_id).values(name=name, timezone=timezone))
