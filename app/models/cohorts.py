"""Cohorts: who takes a course together, and who teaches them."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from app.db import Id, Model, Name, Slug


class Cohort(Model):
    """A group of learners on one course; `join_code` is the secret in its join link."""

    __tablename__ = "cohort"

    id: Mapped[Id]
    course: Mapped[Slug]
    name: Mapped[Name]
    join_code: Mapped[str] = mapped_column(String(64), unique=True)
    created_at: Mapped[datetime]
    archived_at: Mapped[datetime | None]


class CohortInstructor(Model):
    """Who may see a cohort."""

    __tablename__ = "cohort_instructor"

    cohort_id: Mapped[int] = mapped_column(ForeignKey("cohort.id", ondelete="CASCADE"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), primary_key=True)


class Enrolment(Model):
    """Who learns in a cohort; a removed learner keeps the row, and their work."""

    __tablename__ = "enrolment"

    cohort_id: Mapped[int] = mapped_column(ForeignKey("cohort.id", ondelete="CASCADE"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, index=True)
    enrolled_at: Mapped[datetime]
    removed_at: Mapped[datetime | None]
