"""A guest's work joins the account that they sign in to."""

from collections import defaultdict
from datetime import datetime

from sqlalchemy import case, delete, func, select, update
from sqlalchemy.orm import Session

from app.models import Answer, Attempt, AttemptState, Enrolment, Person, Progress
from app.services.inserting import insert_for

# Numbers are unique for a person and a quiz: moved attempts wait up here until all are numbered anew.
ASIDE = 1_000_000


def merge_guest(session: Session, guest_id: int, account_id: int, now: datetime) -> None:
    """Give an account everything that a guest did, and remove the guest.

    Where both have an open attempt at a graded quiz, the guest's is set aside: it stays in the record and does not
    count. Where both answered a check, the account's answers stay and the guest's fill what it left open.
    """
    guest = session.get(Person, guest_id)
    if guest is None or guest.email is not None or guest_id == account_id:
        return
    _merge_progress(session, guest_id, account_id)
    _merge_attempts(session, guest_id, account_id)
    _merge_enrolments(session, guest_id, account_id)
    session.execute(delete(Person).where(Person.id == guest_id))
    session.execute(update(Person).where(Person.id == account_id).values(seen_at=now))
    session.expire_all()


def _merge_progress(session: Session, guest_id: int, account_id: int) -> None:
    rows = session.execute(
        select(Progress.course, Progress.lesson, Progress.opened_at, Progress.seen_at, Progress.read_at).where(
            Progress.person_id == guest_id
        )
    ).all()
    if not rows:
        return
    statement = insert_for(session, Progress)
    new = statement.excluded
    merged = statement.on_conflict_do_update(
        index_elements=["person_id", "course", "lesson"],
        set_={
            "opened_at": case((new.opened_at < Progress.opened_at, new.opened_at), else_=Progress.opened_at),
            "seen_at": case((new.seen_at > Progress.seen_at, new.seen_at), else_=Progress.seen_at),
            "read_at": case(
                (func.coalesce(new.read_at < Progress.read_at, Progress.read_at.is_(None)), new.read_at),
                else_=Progress.read_at,
            ),
        },
    )
    session.execute(merged, [row._asdict() | {"person_id": account_id} for row in rows])


def _merge_attempts(session: Session, guest_id: int, account_id: int) -> None:
    guests = _by_quiz(session, guest_id)
    accounts = _by_quiz(session, account_id)
    for quiz, attempts in guests.items():
        kept = next((attempt for attempt in accounts[quiz] if attempt.state is AttemptState.OPEN), None)
        for attempt in attempts:
            if kept is not None and attempt.state is AttemptState.OPEN:
                _fill_check(session, from_id=attempt.id, to_id=kept.id)
                attempt.state = AttemptState.SET_ASIDE
        _renumber(session, [*attempts, *accounts[quiz]], account_id)


def _by_quiz(session: Session, person_id: int) -> defaultdict[tuple[str, str], list[Attempt]]:
    found: defaultdict[tuple[str, str], list[Attempt]] = defaultdict(list)
    for attempt in session.scalars(select(Attempt).where(Attempt.person_id == person_id)):
        found[attempt.course, attempt.quiz].append(attempt)
    return found


def _fill_check(session: Session, *, from_id: int, to_id: int) -> None:
    """Copy the answers to a check that the other attempt lacks. In an open graded attempt nothing has a score yet."""
    there = session.execute(select(Answer.item_id, Answer.position).where(Answer.attempt_id == to_id)).all()
    answered = {row.item_id for row in there}
    free = max((row.position for row in there), default=0) + 1
    given = session.scalars(
        select(Answer).where(Answer.attempt_id == from_id, Answer.score.is_not(None)).order_by(Answer.position)
    )
    for position, answer in enumerate((answer for answer in given if answer.item_id not in answered), free):
        session.add(
            Answer(
                attempt_id=to_id,
                item_id=answer.item_id,
                position=position,
                revision=answer.revision,
                response=answer.response,
                sequence=answer.sequence,
                saved_at=answer.saved_at,
                flagged=answer.flagged,
                score=answer.score,
                tries=answer.tries,
            )
        )


def _renumber(session: Session, attempts: list[Attempt], account_id: int) -> None:
    """Give all attempts at one quiz to the account, counted in the order in which they were begun."""
    in_order = sorted(attempts, key=lambda attempt: (attempt.started_at, attempt.id))
    for number, attempt in enumerate(in_order, 1):
        attempt.number = ASIDE + number
    session.flush()
    for number, attempt in enumerate(in_order, 1):
        attempt.number, attempt.person_id = number, account_id
    session.flush()


def _merge_enrolments(session: Session, guest_id: int, account_id: int) -> None:
    cohorts = select(Enrolment.cohort_id).where(Enrolment.person_id == account_id)
    session.execute(
        update(Enrolment)
        .where(Enrolment.person_id == guest_id, Enrolment.cohort_id.not_in(cohorts))
        .values(person_id=account_id)
    )
