"""Cohorts as those who teach them see them: which are theirs, and what they may change.

Every instructor of a cohort may do everything with it; an admin may with all. Somebody else's cohort is None.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, exists, func, select, true, update
from sqlalchemy.orm import Session

from app.models import Cohort, CohortInstructor, Enrolment, Person
from app.services.people import Identity


@dataclass(frozen=True, slots=True)
class Teacher:
    """Somebody who teaches a cohort."""

    id: int
    name: str
    email: str


@dataclass(frozen=True, slots=True)
class CohortLine:
    """A cohort in a list, with how many learn in it now."""

    id: int
    course: str
    name: str
    learners: int
    teachers: tuple[Teacher, ...]
    created_at: datetime
    archived_at: datetime | None


@dataclass(frozen=True, slots=True)
class CohortView:
    """One cohort. `join_code` is the secret of its join link."""

    id: int
    course: str
    name: str
    join_code: str
    created_at: datetime
    archived_at: datetime | None
    teachers: tuple[Teacher, ...]


def list_cohorts(session: Session, viewer: Identity) -> tuple[CohortLine, ...]:
    """Return the cohorts that somebody may see, the newest first, in two queries."""
    learners = (
        select(func.count())
        .select_from(Enrolment)
        .where(Enrolment.cohort_id == Cohort.id, Enrolment.removed_at.is_(None))
        .scalar_subquery()
    )
    rows = session.execute(
        select(Cohort.id, Cohort.course, Cohort.name, learners, Cohort.created_at, Cohort.archived_at)
        .where(_may_see(viewer))
        .order_by(Cohort.created_at.desc(), Cohort.id.desc())
    ).all()
    teachers = _teachers(session, [row.id for row in rows])
    return tuple(
        CohortLine(row.id, row.course, row.name, row[3], teachers[row.id], row.created_at, row.archived_at)
        for row in rows
    )


def find_cohort(session: Session, viewer: Identity, cohort_id: int) -> CohortView | None:
    """Return a cohort that somebody may see, in two queries; None where there is none, or it is not theirs."""
    row = session.execute(
        select(Cohort.id, Cohort.course, Cohort.name, Cohort.join_code, Cohort.created_at, Cohort.archived_at).where(
            Cohort.id == cohort_id, _may_see(viewer)
        )
    ).one_or_none()
    return CohortView(*row, teachers=_teachers(session, [cohort_id])[cohort_id]) if row else None


def _may_see(viewer: Identity) -> ColumnElement[bool]:
    if viewer.is_admin:
        return true()
    if not viewer.is_instructor:
        return ~true()
    return exists().where(and_(CohortInstructor.cohort_id == Cohort.id, CohortInstructor.person_id == viewer.id))


def _teachers(session: Session, cohort_ids: Iterable[int]) -> Mapping[int, tuple[Teacher, ...]]:
    found: defaultdict[int, tuple[Teacher, ...]] = defaultdict(tuple)
    rows = session.execute(
        select(CohortInstructor.cohort_id, Person.id, Person.name, Person.email)
        .join(Person, Person.id == CohortInstructor.person_id)
        .where(CohortInstructor.cohort_id.in_(list(cohort_ids)))
        .order_by(Person.name, Person.id)
    )
    for cohort_id, person_id, name, email in rows:
        found[cohort_id] += (Teacher(person_id, name, email or ""),)
    return found


def create_cohort(session: Session, creator_id: int, course: str, name: str, *, join_code: str, now: datetime) -> int:
    """Make a cohort with its creator as its instructor; return its id."""
    cohort = Cohort(course=course, name=name, join_code=join_code, created_at=now)
    session.add(cohort)
    session.flush()
    session.add(CohortInstructor(cohort_id=cohort.id, person_id=creator_id))
    session.flush()
    return cohort.id


def rename_cohort(session: Session, cohort_id: int, name: str) -> None:
    """Give a cohort another name."""
    session.execute(update(Cohort).where(Cohort.id == cohort_id).values(name=name))


def archive_cohort(session: Session, cohort_id: int, *, now: datetime) -> None:
    """Archive a cohort: nobody can join it. An archived one keeps its first date."""
    session.execute(update(Cohort).where(Cohort.id == cohort_id, Cohort.archived_at.is_(None)).values(archived_at=now))


def restore_cohort(session: Session, cohort_id: int) -> None:
    """Take a cohort out of the archive."""
    session.execute(update(Cohort).where(Cohort.id == cohort_id).values(archived_at=None))


def renew_join_code(session: Session, cohort_id: int, join_code: str) -> None:
    """Give a cohort another join code; the old link stops working."""
    session.execute(update(Cohort).where(Cohort.id == cohort_id).values(join_code=join_code))
