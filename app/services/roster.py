"""Who learns in a cohort: seen, added from a list, removed and added again. Their work is always kept."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.models import Enrolment, Person, Role
from app.services.inserting import insert_for
from app.services.roster_file import RosterLine

Status = Literal["joined", "invited", "guest"]


@dataclass(frozen=True, slots=True)
class RosterRow:
    """Somebody in a cohort. `session_key` makes an invitation link: never give it to a template."""

    person_id: int
    name: str
    email: str
    role: Role
    status: Status
    enrolled_at: datetime
    session_key: str


@dataclass(frozen=True, slots=True)
class RosterPreview:
    """What adding a list would do; nothing is done yet."""

    new: tuple[RosterLine, ...]
    returning: tuple[RosterLine, ...]
    present: tuple[RosterLine, ...]

    @property
    def adds(self) -> tuple[RosterLine, ...]:
        """Return the lines that would change something, in their order."""
        return tuple(sorted(self.new + self.returning, key=lambda line: line.number))


@dataclass(frozen=True, slots=True)
class Added:
    """How many were added to a cohort, and how many of them were invited: nobody knew them before."""

    enrolled: int
    invited: int


def find_roster(session: Session, cohort_id: int) -> tuple[RosterRow, ...]:
    """Return who learns in a cohort now, by name, in one query."""
    found = [_row(row) for row in session.execute(_LEARNERS.where(Enrolment.cohort_id == cohort_id))]
    return tuple(sorted(found, key=lambda row: ((row.name or row.email).casefold(), row.person_id)))


def find_learner(session: Session, cohort_id: int, person_id: int) -> RosterRow | None:
    """Return somebody who learns in a cohort now, or None."""
    row = session.execute(_LEARNERS.where(Enrolment.cohort_id == cohort_id, Person.id == person_id)).one_or_none()
    return _row(row) if row else None


_LEARNERS = (
    select(
        Person.id,
        Person.name,
        Person.email,
        Person.role,
        Person.password_hash.is_not(None).label("has_password"),
        Enrolment.enrolled_at,
        Person.session_key,
    )
    .join(Enrolment, Enrolment.person_id == Person.id)
    .where(Enrolment.removed_at.is_(None))
)


def _row(row: Any) -> RosterRow:
    status = status_of(row.email, row.has_password)
    return RosterRow(row.id, row.name, row.email or "", row.role, status, row.enrolled_at, row.session_key)


def status_of(email: str | None, has_password: bool) -> Status:
    """Return whether somebody has an account, is invited to one, or is a guest."""
    if has_password:
        return "joined"
    return "invited" if email else "guest"


def preview_roster(session: Session, cohort_id: int, lines: Sequence[RosterLine]) -> RosterPreview:
    """Say what adding people would do, in one query."""
    rows = session.execute(
        select(Person.email, Enrolment.removed_at)
        .join(Enrolment, Enrolment.person_id == Person.id)
        .where(Enrolment.cohort_id == cohort_id, Person.email.in_([line.email for line in lines]))
    )
    removed_at = {row.email: row.removed_at for row in rows}
    return RosterPreview(
        new=tuple(line for line in lines if line.email not in removed_at),
        returning=tuple(line for line in lines if removed_at.get(line.email)),
        present=tuple(line for line in lines if line.email in removed_at and not removed_at[line.email]),
    )


def add_people(
    session: Session, cohort_id: int, lines: Sequence[RosterLine], *, new_key: Callable[[], str], now: datetime
) -> Added:
    """Put people into a cohort, in a few statements; who is unknown is invited.

    Somebody known keeps their name, except an invited person without one. Who is in the cohort already is
    left alone; who was removed comes back.
    """
    if not lines:
        return Added(0, 0)
    invited = _invite_unknown(session, lines, new_key, now)
    emails = [line.email for line in lines]
    person_ids = session.scalars(select(Person.id).where(Person.email.in_(emails)).order_by(Person.id)).all()
    statement = insert_for(session, Enrolment)
    # Who is enrolled already is not updated, and so not returned.
    upsert = statement.on_conflict_do_update(
        index_elements=["cohort_id", "person_id"],
        set_={"removed_at": None, "enrolled_at": statement.excluded.enrolled_at},
        where=Enrolment.removed_at.is_not(None),
    ).returning(Enrolment.person_id)
    rows = [{"cohort_id": cohort_id, "person_id": person_id, "enrolled_at": now} for person_id in person_ids]
    enrolled = session.execute(upsert, rows).all()
    return Added(len(enrolled), invited)


def _invite_unknown(session: Session, lines: Sequence[RosterLine], new_key: Callable[[], str], now: datetime) -> int:
    statement = insert_for(session, Person)
    people = [
        {
            "email": line.email,
            "name": line.name,
            "role": Role.LEARNER,
            "session_key": new_key(),
            "timezone": "",
            "created_at": now,
            "seen_at": now,
        }
        for line in lines
    ]
    made = session.execute(
        statement.on_conflict_do_update(
            index_elements=["email"],
            set_={"name": statement.excluded.name},
            where=Person.password_hash.is_(None) & (Person.name == ""),
        ).returning(Person.session_key),
        people,
    ).scalars()
    keys = {row["session_key"] for row in people}
    return sum(key in keys for key in made)


def remove_learner(session: Session, cohort_id: int, person_id: int, *, now: datetime) -> bool:
    """Remove somebody from a cohort; False where they are not in it. Their work is kept."""
    removed = session.execute(
        update(Enrolment)
        .where(
            Enrolment.cohort_id == cohort_id,
            Enrolment.person_id == person_id,
            Enrolment.removed_at.is_(None),
        )
        .values(removed_at=now)
        .returning(Enrolment.person_id)
    ).first()
    return removed is not None
