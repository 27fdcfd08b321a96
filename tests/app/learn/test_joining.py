"""Join a cohort by its link."""

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.models import Cohort, Enrolment
from app.services.people import Identity
from tests.app.learn.forms import Form, text_of
from tests.conftest import START, As

CODE = "a-secret_Code"


@pytest.fixture(autouse=True)
def cohort(session: Session) -> Cohort:
    """A cohort on knots."""
    made = Cohort(course="knots", name="Autumn", join_code=CODE, created_at=START)
    session.add(made)
    session.commit()
    return made


def enrolments(session: Session) -> int:
    session.expire_all()
    return session.scalar(select(func.count()).select_from(Enrolment).where(Enrolment.removed_at.is_(None))) or 0


def test_an_account_joins_and_sees_the_course_among_its_own(session: Session, as_: As, learner: Identity) -> None:
    browser = as_(learner)
    page = browser.get(f"/join/{CODE}").text
    assert "Its instructors see your progress in it, your answers and your marks." in text_of(page)
    reply = Form(page, f"/join/{CODE}").press(browser, "Join")
    assert reply.location == "/courses/knots"
    assert "You joined “Autumn”." in browser.get("/courses/knots").text
    assert enrolments(session) == 1
    assert "With: Autumn" in text_of(browser.get("/my").text)


def test_joining_twice_says_so(session: Session, as_: As, learner: Identity) -> None:
    browser = as_(learner)
    for _ in range(2):
        assert browser.post(f"/join/{CODE}").location == "/courses/knots"
    assert "You are in “Autumn” already." in browser.get("/courses/knots").text
    assert "You are in this cohort already." in text_of(browser.get(f"/join/{CODE}").text)
    assert enrolments(session) == 1


def test_an_archived_cohort_takes_nobody(session: Session, as_: As, learner: Identity, cohort: Cohort) -> None:
    cohort.archived_at = START
    session.commit()
    browser = as_(learner)
    assert browser.post(f"/join/{CODE}").location == f"/join/{CODE}"
    assert "This cohort is archived" in text_of(browser.get(f"/join/{CODE}").text)
    assert enrolments(session) == 0


@pytest.mark.parametrize("who", ["guest", None])
def test_without_an_account_one_is_made_first_and_the_link_is_kept(
    session: Session, as_: As, guest: Identity, who: str | None
) -> None:
    browser = as_(guest if who else None)
    page = browser.get(f"/join/{CODE}").text
    assert "To join you need an account." in text_of(page)
    assert f"/account/register?next=/join/{CODE}" in page
    assert f"/account/sign-in?next=/join/{CODE}" in page
    assert "/account/sign-in" in browser.post(f"/join/{CODE}").location
    assert enrolments(session) == 0


def test_who_was_removed_comes_back_by_the_link(session: Session, as_: As, learner: Identity, cohort: Cohort) -> None:
    session.add(Enrolment(cohort_id=cohort.id, person_id=learner.id, enrolled_at=START, removed_at=START))
    session.commit()
    assert enrolments(session) == 0
    as_(learner).post(f"/join/{CODE}")
    assert enrolments(session) == 1


@pytest.mark.parametrize("code", ["another", "a" * 64])
def test_a_wrong_link_says_whom_to_ask(as_: As, learner: Identity, code: str) -> None:
    browser = as_(learner)
    for reply in (browser.get(f"/join/{code}"), browser.post(f"/join/{code}")):
        assert reply.status_code == 410
        assert "Ask whoever gave it to you for the current one." in text_of(reply.text)


def test_a_course_that_is_not_here_can_still_be_joined(session: Session, as_: As, learner: Identity) -> None:
    session.add(Cohort(course="macrame", name="Spring", join_code="spring", created_at=START))
    session.commit()
    browser = as_(learner)
    assert "macrame" in text_of(browser.get("/join/spring").text)
    assert browser.post("/join/spring").location == "/my"
