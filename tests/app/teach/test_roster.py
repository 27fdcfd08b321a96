"""Who learns in a cohort: previewed, added, removed and added again."""

from itertools import count

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models import Enrolment, Person
from app.services import roster
from app.services.people import Identity
from app.services.roster_file import RosterLine
from tests.app.teach.staging import at, cohort_of, enrol, invited, reads
from tests.conftest import START


def people(*emails: str) -> list[RosterLine]:
    return [RosterLine(number, f"Name {number}", email) for number, email in enumerate(emails, 1)]


def add(session: Session, cohort_id: int, lines: list[RosterLine], days: float = 0) -> roster.Added:
    keys = count(1)
    return roster.add_people(session, cohort_id, lines, new_key=lambda: f"new key {next(keys)}", now=at(days))


@pytest.fixture
def cohort(session: Session, instructor: Identity) -> int:
    return cohort_of(session, instructor)


def test_unknown_people_are_invited_and_known_ones_keep_their_names(
    session: Session, cohort: int, learner: Identity
) -> None:
    added = add(session, cohort, people("new@example.org", "lena@example.org"))
    assert added == roster.Added(enrolled=2, invited=1)
    rows = roster.find_roster(session, cohort)
    assert [(row.name, row.email, row.status) for row in rows] == [
        ("Lena", "lena@example.org", "joined"),
        ("Name 1", "new@example.org", "invited"),
    ]


def test_adding_somebody_twice_changes_nothing(session: Session, cohort: int) -> None:
    add(session, cohort, people("new@example.org"))
    key = session.scalars(select(Person.session_key).where(Person.email == "new@example.org")).one()
    assert add(session, cohort, people("new@example.org"), days=3) == roster.Added(enrolled=0, invited=0)
    assert session.scalars(select(Person.session_key).where(Person.email == "new@example.org")).one() == key
    assert session.scalars(select(Enrolment.enrolled_at)).all() == [START]


def test_an_invited_person_without_a_name_gets_one_and_keeps_their_invitation(session: Session, cohort: int) -> None:
    add(session, cohort, [RosterLine(1, "", "new@example.org")])
    add(session, cohort, [RosterLine(1, "Nora", "new@example.org")])
    row = roster.find_roster(session, cohort)[0]
    assert (row.name, row.session_key) == ("Nora", "new key 1")


def test_a_preview_tells_new_returning_and_present_people_apart_and_does_nothing(
    session: Session, cohort: int, learner: Identity, other_learner: Identity
) -> None:
    enrol(session, cohort, learner.id, other_learner.id)
    roster.remove_learner(session, cohort, other_learner.id, now=START)
    lines = people("lena@example.org", "omar@example.org", "new@example.org")
    preview = roster.preview_roster(session, cohort, lines)
    assert [line.email for line in preview.present] == ["lena@example.org"]
    assert [line.email for line in preview.returning] == ["omar@example.org"]
    assert [line.email for line in preview.new] == ["new@example.org"]
    assert [line.number for line in preview.adds] == [2, 3]
    assert len(roster.find_roster(session, cohort)) == 1


def test_a_removed_learner_keeps_their_work_and_can_be_added_again(
    session: Session, cohort: int, learner: Identity
) -> None:
    enrol(session, cohort, learner.id)
    reads(session, learner.id, "ropes")
    assert roster.remove_learner(session, cohort, learner.id, now=at(1))
    assert roster.find_roster(session, cohort) == ()
    assert roster.find_learner(session, cohort, learner.id) is None
    assert not roster.remove_learner(session, cohort, learner.id, now=at(2))
    assert add(session, cohort, people("lena@example.org"), days=3) == roster.Added(enrolled=1, invited=0)
    found = roster.find_learner(session, cohort, learner.id)
    assert found is not None
    assert found.enrolled_at == at(3)


def test_a_person_of_another_cohort_is_not_found_in_this_one(
    session: Session, cohort: int, instructor: Identity, learner: Identity
) -> None:
    enrol(session, cohort_of(session, instructor, name="Other"), learner.id)
    assert roster.find_learner(session, cohort, learner.id) is None
    assert not roster.remove_learner(session, cohort, learner.id, now=START)


def test_two_thousand_people_are_added_at_once(session: Session, cohort: int) -> None:
    invited(session, "known")
    added = add(session, cohort, people("known@example.org", *[f"p{number}@example.org" for number in range(1999)]))
    assert added == roster.Added(enrolled=2000, invited=1999)
    assert len(roster.find_roster(session, cohort)) == 2000
