"""Which lessons a person opened and read."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.db import Model, Slug


class Progress(Model):
    """One lesson as one person stands in it; `seen_at` is the last time it was opened."""

    __tablename__ = "progress"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), primary_key=True)
    course: Mapped[Slug] = mapped_column(primary_key=True)
    lesson: Mapped[Slug] = mapped_column(primary_key=True)
    opened_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    read_at: Mapped[datetime | None]
