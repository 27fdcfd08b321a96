"""People: guests, learners, instructors and admins."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, Enum, String
from sqlalchemy.orm import Mapped, mapped_column

from app.db import Id, Model, Name


class Role(StrEnum):
    """What a person may do; each may do what those before it may."""

    LEARNER = "learner"
    INSTRUCTOR = "instructor"
    ADMIN = "admin"


class Person(Model):
    """Somebody who uses the product.

    A guest has no e-mail. Somebody put on a roster has an e-mail but no password yet: they are invited.
    `session_key` is part of every session of theirs; a new one ends all sessions.
    """

    __tablename__ = "person"
    __table_args__ = (
        CheckConstraint("password_hash IS NULL OR email IS NOT NULL", name="a_password_needs_an_email"),
        CheckConstraint("email = lower(email)", name="email_is_lower_case"),
        CheckConstraint("role = 'learner' OR email IS NOT NULL", name="a_guest_is_a_learner"),
    )

    id: Mapped[Id]
    email: Mapped[str | None] = mapped_column(String(254), unique=True)
    name: Mapped[Name] = mapped_column(default="")
    password_hash: Mapped[str | None] = mapped_column(String(200))
    role: Mapped[Role] = mapped_column(
        Enum(Role, native_enum=False, length=20, values_callable=lambda roles: [role.value for role in roles]),
        default=Role.LEARNER,
    )
    session_key: Mapped[str] = mapped_column(String(64), unique=True)
    timezone: Mapped[str] = mapped_column(String(64), default="")
    created_at: Mapped[datetime]
    seen_at: Mapped[datetime]


class EndedSession(Model):
    """A session that somebody signed out of.

    Its cookie stays signed for a year, wherever it was copied to, and each time that it is used; so this is kept for
    good. Sessions that are not ended leave nothing here.
    """

    __tablename__ = "ended_session"

    token: Mapped[str] = mapped_column(String(64), primary_key=True)
    ended_at: Mapped[datetime]
