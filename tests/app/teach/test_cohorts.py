"""Cohorts: who may see which, and what may be changed."""

from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models import Cohort, CohortInstructor
from app.services import cohorts, teachers
from app.services.people import Identity
from tests.conftest import START


def made_by(session: Session, creator: Identity, name: str = "Autumn", days: int = 0) -> int:
    made = cohorts.create_cohort(
        session, creator.id, "knots", name, join_code=f"code of {name}", now=START + timedelta(days=days)
    )
    session.commit()
    return made


def test_its_creator_sees_a_cohort_and_another_instructor_does_not(
    session: Session, instructor: Identity, other_instructor: Identity
) -> None:
    made = made_by(session, instructor)
    found = cohorts.find_cohort(session, instructor, made)
    assert found is not None
    assert (found.name, found.course, found.join_code) == ("Autumn", "knots", "code of Autumn")
    assert [teacher.name for teacher in found.teachers] == ["Ines"]
    assert cohorts.find_cohort(session, other_instructor, made) is None
    assert cohorts.list_cohorts(session, other_instructor) == ()


def test_an_admin_sees_every_cohort_newest_first_with_its_instructors(
    session: Session, instructor: Identity, other_instructor: Identity, admin: Identity
) -> None:
    first = made_by(session, instructor, "First")
    second = made_by(session, other_instructor, "Second", days=1)
    teachers.add_teacher(session, first, "olaf@example.org")
    listed = cohorts.list_cohorts(session, admin)
    assert [(line.id, line.name) for line in listed] == [(second, "Second"), (first, "First")]
    assert [teacher.name for teacher in listed[1].teachers] == ["Ines", "Olaf"]
    assert cohorts.find_cohort(session, admin, first) is not None


def test_a_learner_sees_no_cohort_even_where_they_once_taught(
    session: Session, instructor: Identity, learner: Identity
) -> None:
    made = made_by(session, instructor)
    session.add(CohortInstructor(cohort_id=made, person_id=learner.id))
    session.flush()
    assert cohorts.find_cohort(session, learner, made) is None
    assert cohorts.list_cohorts(session, learner) == ()


def test_a_co_instructor_sees_the_cohort_and_may_be_removed(
    session: Session, instructor: Identity, other_instructor: Identity
) -> None:
    made = made_by(session, instructor)
    assert teachers.add_teacher(session, made, "olaf@example.org") == teachers.TeacherAdded(other_instructor.id)
    assert cohorts.find_cohort(session, other_instructor, made) is not None
    assert teachers.add_teacher(session, made, "olaf@example.org") == teachers.TeachesAlready()
    assert teachers.remove_teacher(session, made, other_instructor.id)
    assert cohorts.find_cohort(session, other_instructor, made) is None


def test_the_last_instructor_stays(session: Session, instructor: Identity) -> None:
    made = made_by(session, instructor)
    assert not teachers.remove_teacher(session, made, instructor.id)
    assert cohorts.find_cohort(session, instructor, made) is not None


def test_nobody_but_those_who_teach_can_be_added(session: Session, instructor: Identity, learner: Identity) -> None:
    made = made_by(session, instructor)
    for email in ("lena@example.org", "nobody@example.org", None):
        assert teachers.add_teacher(session, made, email) == teachers.NoSuchTeacher()
    assert session.scalars(select(CohortInstructor.person_id)).all() == [instructor.id]


def test_an_archived_cohort_keeps_its_first_date_until_it_is_restored(session: Session, instructor: Identity) -> None:
    made = made_by(session, instructor)
    cohorts.archive_cohort(session, made, now=START)
    cohorts.archive_cohort(session, made, now=START + timedelta(days=1))
    assert session.scalars(select(Cohort.archived_at)).all() == [START]
    cohorts.restore_cohort(session, made)
    assert session.scalars(select(Cohort.archived_at)).all() == [None]


def test_a_name_and_a_join_code_can_be_changed(session: Session, instructor: Identity) -> None:
    made, other = made_by(session, instructor), made_by(session, instructor, "Spring")
    cohorts.rename_cohort(session, made, "Winter")
    cohorts.renew_join_code(session, made, "new code")
    assert session.execute(select(Cohort.name, Cohort.join_code).order_by(Cohort.id)).all() == [
        ("Winter", "new code"),
        ("Spring", "code of Spring"),
    ]
    assert other != made
