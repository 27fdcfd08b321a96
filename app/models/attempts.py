"""Attempts at quizzes, their answers, and items as they were served.

The law of what is stored stands in `quizzes.interactions`: an answer is JSON keyed by option key, next to
the item as it was served, so that an old attempt can always be shown, explained and regraded.
"""

from datetime import datetime
from enum import StrEnum
from fractions import Fraction

from sqlalchemy import JSON, BigInteger, CheckConstraint, Enum, ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from app.db import Hash, Id, Model, Slug
from quizzes.responses import JSON as RESPONSE


class ItemRevision(Model):
    """An item exactly as it was served, addressed by the SHA-256 of its canonical JSON."""

    __tablename__ = "item_revision"

    hash: Mapped[Hash] = mapped_column(primary_key=True)
    item_id: Mapped[Slug] = mapped_column(index=True)
    body: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime]


class AttemptState(StrEnum):
    """An attempt is set aside when a guest with an open one signs in to an account that has one too."""

    OPEN = "open"
    SUBMITTED = "submitted"
    SET_ASIDE = "set-aside"


class Attempt(Model):
    """One go at a quiz, or one person's answers to a check, which stays open.

    `earned` is the exact sum of score times points, out of `points`; both are set when it is submitted.
    """

    __tablename__ = "attempt"
    __table_args__ = (
        UniqueConstraint("person_id", "course", "quiz", "number"),
        # The second of two tabs that begin at once meets this, not a race.
        Index(
            "uq_attempt_one_open",
            "person_id",
            "course",
            "quiz",
            unique=True,
            sqlite_where=text("state = 'open'"),
            postgresql_where=text("state = 'open'"),
        ),
        Index("ix_attempt_quiz", "course", "quiz"),
        CheckConstraint("(state = 'submitted') = (submitted_at IS NOT NULL)", name="submitted_has_a_time"),
        CheckConstraint("(state = 'submitted') = (earned IS NOT NULL)", name="submitted_has_a_result"),
        CheckConstraint("number >= 1", name="counts_from_1"),
    )

    id: Mapped[Id]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    course: Mapped[Slug]
    quiz: Mapped[Slug]
    number: Mapped[int]
    seed: Mapped[str] = mapped_column(String(64))
    state: Mapped[AttemptState] = mapped_column(
        Enum(AttemptState, native_enum=False, length=20, values_callable=lambda states: [s.value for s in states]),
        default=AttemptState.OPEN,
    )
    started_at: Mapped[datetime]
    submitted_at: Mapped[datetime | None]
    points: Mapped[int]
    earned: Mapped[Fraction | None]
    passed: Mapped[bool | None]


class Answer(Model):
    """One item of an attempt and what was answered; the row is there from the start.

    `sequence` is the instant of the save in milliseconds by the learner's own clock, so that of two tabs the
    later wins, and a late or repeated save can't overwrite a newer one. `score` is from 0 to 1, set when the
    item is graded: at submission, or at once in a check.
    """

    __tablename__ = "answer"
    __table_args__ = (
        Index("ix_answer_item", "item_id"),
        CheckConstraint("(response IS NULL) = (saved_at IS NULL)", name="saved_has_a_time"),
    )

    attempt_id: Mapped[int] = mapped_column(ForeignKey("attempt.id", ondelete="CASCADE"), primary_key=True)
    item_id: Mapped[Slug] = mapped_column(primary_key=True)
    position: Mapped[int]
    revision: Mapped[Hash] = mapped_column(ForeignKey("item_revision.hash"))
    response: Mapped[RESPONSE] = mapped_column(JSON(none_as_null=True), nullable=True)
    sequence: Mapped[int] = mapped_column(BigInteger, default=0)
    saved_at: Mapped[datetime | None]
    flagged: Mapped[bool] = mapped_column(default=False)
    score: Mapped[Fraction | None]
    tries: Mapped[int] = mapped_column(default=0)
