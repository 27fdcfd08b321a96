"""Who else teaches a cohort: added by e-mail, removed again, never left without anybody."""

from dataclasses import dataclass

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from app.models import Cohort, CohortInstructor, Person
from app.services.appointing import TEACHERS
from app.services.inserting import insert_for


@dataclass(frozen=True, slots=True)
class TeacherAdded:
    """They teach the cohort now."""

    person_id: int


@dataclass(frozen=True, slots=True)
class TeachesAlready:
    """Nothing changed."""


@dataclass(frozen=True, slots=True)
class NoSuchTeacher:
    """Nobody who may teach has this e-mail."""


def add_teacher(session: Session, cohort_id: int, email: str | None) -> TeacherAdded | TeachesAlready | NoSuchTeacher:
    """Let an instructor with an account teach a cohort, too; the e-mail is in its normal form."""
    found: int | None = session.scalar(
        select(Person.id).where(Person.email == email, Person.role.in_(TEACHERS), Person.password_hash.is_not(None))
    )
    if not email or found is None:
        return NoSuchTeacher()
    added = session.execute(
        insert_for(session, CohortInstructor)
        .values(cohort_id=cohort_id, person_id=found)
        .on_conflict_do_nothing()
        .returning(CohortInstructor.person_id)
    ).first()
    return TeacherAdded(found) if added else TeachesAlready()


def remove_teacher(session: Session, cohort_id: int, person_id: int) -> bool:
    """Let somebody teach a cohort no longer; False where they do not, or are the last who does."""
    # An UPDATE locks the cohort, so that of two who remove each other at once the second finds the last one.
    session.execute(update(Cohort).where(Cohort.id == cohort_id).values(name=Cohort.name))
    count = session.scalar(
        select(func.count()).select_from(CohortInstructor).where(CohortInstructor.cohort_id == cohort_id)
    )
    if (count or 0) < 2:  # noqa: PLR2004 (one must stay)
        return False
    removed = session.execute(
        delete(CohortInstructor)
        .where(CohortInstructor.cohort_id == cohort_id, CohortInstructor.person_id == person_id)
        .returning(CohortInstructor.person_id)
    ).first()
    return removed is not None
