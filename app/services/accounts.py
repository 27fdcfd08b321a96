"""Accounts: made, signed in to, and given another password.

Nothing here says whether an e-mail is known, but what was asked for cannot be hidden altogether: no mail is
sent, so whoever registers an e-mail sees that it was free, and whoever may not learns that it may be taken.
Bounds on how often one may try (`app.throttle`) make that slow; they don't make it impossible.
"""

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.models import Person
from app.services.passwords import hash_password, is_password, needs_rehash
from app.services.people import Identity, identity_of


def register(
    session: Session,
    *,
    guest_id: int | None,
    email: str,
    name: str,
    password: str,
    session_key: str,
    now: datetime,
) -> Identity | None:
    """Make an account, of the guest's row where there is one, or return None where the e-mail is taken.

    An e-mail on a roster is taken, too: it is claimed by the invitation, not by whoever knows it.
    `email` is in its normal form; the password is hashed in every case, so that both take the same time.
    """
    password_hash = hash_password(password)
    if session.scalar(select(Person.id).where(Person.email == email)) is not None:
        return None
    guest = session.get(Person, guest_id) if guest_id is not None else None
    person = guest if guest is not None and guest.email is None else Person(created_at=now)
    person.email, person.name, person.password_hash = email, name, password_hash
    person.session_key, person.seen_at = session_key, now
    session.add(person)
    try:
        session.flush()
    except IntegrityError:  # of two that register one e-mail at once, the second meets the database
        session.rollback()
        return None
    return identity_of(person)


def find_account(session: Session, *, email: str | None, password: str, now: datetime) -> Identity | None:
    """Return the account with an e-mail, in its normal form, and a password; None takes as long."""
    person = session.scalar(select(Person).where(Person.email == email)) if email else None
    kept = person.password_hash if person else None
    if not is_password(kept, password) or person is None or kept is None:
        return None
    person.seen_at = now
    if needs_rehash(kept):
        person.password_hash = hash_password(password)
    return identity_of(person)


def change_password(session: Session, person_id: int, *, old: str, new: str, session_key: str) -> Identity | None:
    """Set another password, which ends every session but the one that takes the new key; None where `old` is wrong."""
    person = session.get(Person, person_id)
    if person is None or not is_password(person.password_hash, old):
        return None
    person.password_hash, person.session_key = hash_password(new), session_key
    return identity_of(person)


def set_password(session: Session, email: str, password: str, *, session_key: str) -> bool:
    """Set a password without knowing the old one, and end all sessions; False where there is no such person."""
    statement = (
        update(Person)
        .where(Person.email == email)
        .values(password_hash=hash_password(password), session_key=session_key)
        .returning(Person.id)
    )
    return session.execute(statement).first() is not None
