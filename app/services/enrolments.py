"""Which cohorts a person learns in, and the way into one by its link."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from app.models import Cohort, Enrolment
from app.services.inserting import insert_for


@dataclass(frozen=True, slots=True)
class JoinableCohort:
    """The cohort of a join link, as somebody who follows it stands to it."""

    id: int
    course: str
    name: str
    is_archived: bool
    is_joined: bool


class Joining(StrEnum):
    """What came of joining."""

    JOINED = "joined"
    ALREADY = "already"
    ARCHIVED = "archived"


def enrolled_in(session: Session, person_id: int) -> dict[str, tuple[str, ...]]:
    """Return the names of a person's cohorts by course; those that are archived, or removed them, are left out."""
    rows = session.execute(
        select(Cohort.course, Cohort.name)
        .join(Enrolment, Enrolment.cohort_id == Cohort.id)
        .where(Enrolment.person_id == person_id, Enrolment.removed_at.is_(None), Cohort.archived_at.is_(None))
        .order_by(Cohort.name)
    ).all()
    names: dict[str, tuple[str, ...]] = {}
    for course, name in rows:
        names[course] = (*names.get(course, ()), name)
    return names


def find_joinable(session: Session, code: str, person_id: int | None) -> JoinableCohort | None:
    """Return the cohort whose join link has this code."""
    row = session.execute(
        select(Cohort.id, Cohort.course, Cohort.name, Cohort.archived_at, Enrolment.person_id)
        .outerjoin(
            Enrolment,
            and_(Enrolment.cohort_id == Cohort.id, Enrolment.person_id == person_id, Enrolment.removed_at.is_(None)),
        )
        .where(Cohort.join_code == code)
    ).one_or_none()
    return (
        JoinableCohort(row.id, row.course, row.name, row.archived_at is not None, row.person_id is not None)
        if row
        else None
    )


def join(session: Session, code: str, person_id: int, now: datetime) -> Joining | None:
    """Enrol a person in the cohort of a join code; None where there is none.

    Who was removed comes back by the link, with their work, until the link is renewed.
    """
    cohort = find_joinable(session, code, person_id)
    if cohort is None:
        return None
    if cohort.is_joined:
        return Joining.ALREADY
    if cohort.is_archived:
        return Joining.ARCHIVED
    statement = insert_for(session, Enrolment).values(cohort_id=cohort.id, person_id=person_id, enrolled_at=now)
    session.execute(
        statement.on_conflict_do_update(index_elements=["cohort_id", "person_id"], set_={"removed_at": None})
    )
    return Joining.JOINED
