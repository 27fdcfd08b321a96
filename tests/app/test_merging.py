"""A guest's work joins the account that they sign in to."""

from datetime import timedelta
from fractions import Fraction

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.models import Answer, Attempt, AttemptState, Cohort, Enrolment, ItemRevision, Person, Progress
from app.services.merging import merge_guest
from app.services.passwords import hash_password
from app.services.people import Identity
from tests.browsing import Browser
from tests.conftest import START

LATER = START + timedelta(hours=1)
LATEST = START + timedelta(hours=2)
HASH = "0" * 64
OPEN, SUBMITTED, SET_ASIDE = AttemptState.OPEN, AttemptState.SUBMITTED, AttemptState.SET_ASIDE


@pytest.fixture(autouse=True)
def revision(session: Session) -> None:
    """One item revision that answers can point to."""
    session.add(ItemRevision(hash=HASH, item_id="i", body="{}", created_at=START))
    session.commit()


def progress(person: Identity, lesson: str, opened: int, seen: int, read: int | None) -> Progress:
    """Progress in hours after START."""
    return Progress(
        person_id=person.id,
        course="c",
        lesson=lesson,
        opened_at=START + timedelta(hours=opened),
        seen_at=START + timedelta(hours=seen),
        read_at=None if read is None else START + timedelta(hours=read),
    )


def attempt(person: Identity, number: int, started: int, state: AttemptState = SUBMITTED, quiz: str = "q") -> Attempt:
    """An attempt that was begun so many hours after START."""
    done = state is SUBMITTED
    return Attempt(
        person_id=person.id,
        course="c",
        quiz=quiz,
        number=number,
        seed=f"{person.id}-{number}",
        state=state,
        started_at=START + timedelta(hours=started),
        submitted_at=START + timedelta(hours=started) if done else None,
        points=1,
        earned=Fraction(1) if done else None,
        passed=True if done else None,
    )


def answer(attempt: Attempt, item: str, position: int, response: str, score: Fraction | None) -> Answer:
    return Answer(
        attempt_id=attempt.id,
        item_id=item,
        position=position,
        revision=HASH,
        response={"answer": response},
        saved_at=START,
        score=score,
    )


def merge(session: Session, guest: Identity, account: Identity) -> None:
    merge_guest(session, guest.id, account.id, LATEST)
    session.commit()


def attempts(session: Session, person: Identity) -> list[tuple[int, str, AttemptState]]:
    rows = session.execute(
        select(Attempt.number, Attempt.seed, Attempt.state)
        .where(Attempt.person_id == person.id)
        .order_by(Attempt.quiz, Attempt.number)
    )
    return [(number, seed, state) for number, seed, state in rows]


def test_progress_keeps_the_earliest_opening_and_reading_and_the_latest_sight(
    session: Session, guest: Identity, learner: Identity
) -> None:
    session.add_all(
        [
            progress(guest, "both", 1, 3, 3),
            progress(learner, "both", 2, 2, 2),
            progress(guest, "read-by-guest", 1, 1, 1),
            progress(learner, "read-by-guest", 0, 5, None),
            progress(guest, "read-by-account", 4, 4, None),
            progress(learner, "read-by-account", 0, 1, 1),
            progress(guest, "guest-alone", 1, 2, None),
            progress(learner, "account-alone", 1, 2, 2),
        ]
    )
    session.commit()
    merge(session, guest, learner)
    rows = session.scalars(select(Progress).order_by(Progress.lesson))

    def hours(person_id: int, row: Progress) -> tuple[str, float, float, float | None]:
        assert row.person_id == person_id
        at = [
            None if x is None else (x - START) / timedelta(hours=1) for x in (row.opened_at, row.seen_at, row.read_at)
        ]
        assert at[0] is not None
        assert at[1] is not None
        return row.lesson, at[0], at[1], at[2]

    assert [hours(learner.id, row) for row in rows] == [
        ("account-alone", 1, 2, 2),
        ("both", 1, 3, 2),
        ("guest-alone", 1, 2, None),
        ("read-by-account", 0, 4, 1),
        ("read-by-guest", 0, 5, 1),
    ]


def test_attempts_are_numbered_anew_in_the_order_in_which_they_were_begun(
    session: Session, guest: Identity, learner: Identity
) -> None:
    session.add_all([attempt(guest, 1, 0), attempt(guest, 2, 2), attempt(learner, 1, 1), attempt(learner, 2, 3)])
    session.commit()
    merge(session, guest, learner)
    g, a = guest.id, learner.id
    assert attempts(session, learner) == [
        (1, f"{g}-1", SUBMITTED),
        (2, f"{a}-1", SUBMITTED),
        (3, f"{g}-2", SUBMITTED),
        (4, f"{a}-2", SUBMITTED),
    ]


def test_a_guests_open_attempt_goes_on_where_the_account_has_none(
    session: Session, guest: Identity, learner: Identity
) -> None:
    session.add_all([attempt(guest, 1, 1, OPEN), attempt(learner, 1, 0)])
    session.commit()
    merge(session, guest, learner)
    assert attempts(session, learner) == [(1, f"{learner.id}-1", SUBMITTED), (2, f"{guest.id}-1", OPEN)]


def test_of_two_open_attempts_the_guests_is_set_aside_with_its_answers(
    session: Session, guest: Identity, learner: Identity
) -> None:
    theirs, ours = attempt(guest, 1, 0, OPEN), attempt(learner, 1, 1, OPEN)
    session.add_all([theirs, ours])
    session.flush()
    session.add_all([answer(theirs, "i", 1, "guest", None), answer(ours, "j", 1, "account", None)])
    session.commit()
    merge(session, guest, learner)
    assert attempts(session, learner) == [(1, f"{guest.id}-1", SET_ASIDE), (2, f"{learner.id}-1", OPEN)]
    kept = session.execute(select(Answer.attempt_id, Answer.item_id).order_by(Answer.item_id)).all()
    assert [tuple(row) for row in kept] == [(theirs.id, "i"), (ours.id, "j")]


def test_answers_to_a_check_fill_what_the_account_has_not_answered(
    session: Session, guest: Identity, learner: Identity
) -> None:
    theirs, ours = attempt(guest, 1, 0, OPEN), attempt(learner, 1, 1, OPEN)
    session.add_all([theirs, ours])
    session.flush()
    session.add_all(
        [
            answer(theirs, "first", 1, "guest", Fraction(1)),
            answer(theirs, "second", 2, "guest", Fraction(1, 3)),
            answer(ours, "first", 1, "account", Fraction(0)),
        ]
    )
    session.commit()
    merge(session, guest, learner)
    rows = session.execute(
        select(Answer.item_id, Answer.response, Answer.score)
        .join(Attempt, Attempt.id == Answer.attempt_id)
        .where(Attempt.state == OPEN)
        .order_by(Answer.position)
    )
    assert [tuple(row) for row in rows] == [
        ("first", {"answer": "account"}, Fraction(0)),
        ("second", {"answer": "guest"}, Fraction(1, 3)),
    ]


def test_attempts_at_different_quizzes_keep_their_numbers(session: Session, guest: Identity, learner: Identity) -> None:
    session.add_all([attempt(guest, 1, 0, OPEN, "a"), attempt(learner, 1, 1, OPEN, "b")])
    session.commit()
    merge(session, guest, learner)
    assert attempts(session, learner) == [(1, f"{guest.id}-1", OPEN), (1, f"{learner.id}-1", OPEN)]


def test_enrolments_move_and_the_accounts_own_stay(session: Session, guest: Identity, learner: Identity) -> None:
    session.add_all([Cohort(id=n, course="c", name="n", join_code=str(n), created_at=START) for n in (1, 2)])
    session.flush()
    session.add_all(
        [
            Enrolment(cohort_id=1, person_id=guest.id, enrolled_at=LATER),
            Enrolment(cohort_id=1, person_id=learner.id, enrolled_at=START),
            Enrolment(cohort_id=2, person_id=guest.id, enrolled_at=LATER),
        ]
    )
    session.commit()
    merge(session, guest, learner)
    rows = session.execute(select(Enrolment.cohort_id, Enrolment.person_id, Enrolment.enrolled_at))
    assert sorted(tuple(row) for row in rows) == [(1, learner.id, START), (2, learner.id, LATER)]


def test_the_guest_is_gone_and_the_account_was_seen(session: Session, guest: Identity, learner: Identity) -> None:
    merge(session, guest, learner)
    assert [(p.id, p.seen_at) for p in session.scalars(select(Person))] == [(learner.id, LATEST)]


def test_an_account_is_never_merged_into_another(session: Session, learner: Identity, other_learner: Identity) -> None:
    session.add(progress(other_learner, "l", 0, 0, None))
    session.commit()
    merge(session, other_learner, learner)
    assert session.scalars(select(Progress.person_id)).one() == other_learner.id


def test_signing_in_brings_the_guests_work_along(
    session: Session, guest: Identity, guest_client: Browser, learner: Identity
) -> None:
    session.add(progress(guest, "l", 0, 0, None))
    session.execute(update(Person).where(Person.id == learner.id).values(password_hash=hash_password("correct horse")))
    session.commit()
    signing_in = {"email": learner.email, "password": "correct horse"}
    assert guest_client.post("/account/sign-in", data=signing_in).status_code == 302
    session.rollback()
    assert session.scalars(select(Progress.person_id)).one() == learner.id
