"""How a cohort is made, changed, shared and put away."""

import json
import logging

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.log import JsonLines
from app.models import Cohort, CohortInstructor
from app.services.people import Identity
from tests.app.teach.conftest import Stage
from tests.app.teach.shown import text_of
from tests.app.teach.staging import cohort_of, enrol
from tests.browsing import Browser
from tests.conftest import As, Clock


@pytest.fixture
def browser(as_: As, instructor: Identity) -> Browser:
    return as_(instructor)


def test_a_new_cohort_leads_to_its_people_and_its_creator_teaches_it(
    browser: Browser, session: Session, instructor: Identity
) -> None:
    answer = browser.post("/teach/cohorts/new", data={"name": "  Autumn  2026 ", "course": "knots"})
    cohort = session.scalars(select(Cohort)).one()
    assert (cohort.name, cohort.course, cohort.archived_at) == ("Autumn 2026", "knots", None)
    assert len(cohort.join_code) >= 16
    assert session.scalars(select(CohortInstructor.person_id)).all() == [instructor.id]
    assert answer.location == f"/teach/cohorts/{cohort.id}/people"
    page = browser.get(answer.location).text
    assert f"/join/{cohort.join_code}" in page
    assert "Nobody yet" in page


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ({"name": " ", "course": "knots"}, "Give the cohort a name."),
        ({"name": "x" * 201, "course": "knots"}, "Write at most 200 characters."),
        ({"name": "Autumn", "course": "nothing"}, "Not a valid choice."),
    ],
)
def test_a_form_with_junk_is_told_what_is_wrong_and_makes_nothing(
    browser: Browser, session: Session, form: dict[str, str], words: str
) -> None:
    answer = browser.post("/teach/cohorts/new", data=form)
    assert answer.status_code == 422
    assert words in answer.text
    assert session.scalars(select(Cohort.id)).all() == []


def test_the_list_shows_current_cohorts_and_puts_archived_ones_away(
    browser: Browser, stage: Stage, session: Session, clock: Clock
) -> None:
    assert text_of(browser.get("/teach").text, "//h2") == ["Autumn"]
    browser.post(f"{stage.home}/archive")
    page = browser.get("/teach").text
    assert text_of(page, "//details//h2") == ["Autumn"]
    browser.post(f"{stage.home}/restore")
    assert text_of(browser.get("/teach").text, "//details//h2") == []


def test_a_cohort_is_renamed_and_its_link_renewed(browser: Browser, stage: Stage, session: Session) -> None:
    old = session.scalars(select(Cohort.join_code)).one()
    browser.post(f"{stage.home}/name", data={"name": "Winter"})
    browser.post(f"{stage.home}/join-link")
    session.expire_all()
    cohort = session.scalars(select(Cohort)).one()
    assert cohort.name == "Winter"
    assert cohort.join_code != old
    assert browser.get(f"/join/{old}").status_code == 410
    assert browser.get(f"/join/{cohort.join_code}").status_code == 200


def test_a_co_instructor_is_added_by_email_and_removed(
    browser: Browser, stage: Stage, other_instructor: Identity, as_: As
) -> None:
    other = as_(other_instructor)
    assert other.get(stage.home).status_code == 404
    browser.post(f"{stage.home}/instructors", data={"email": " OLAF@example.org "})
    assert other.get(stage.home).status_code == 200
    browser.post(f"{stage.home}/instructors/{other_instructor.id}/remove")
    assert other.get(stage.home).status_code == 404


@pytest.mark.parametrize("email", ["lena@example.org", "nobody@example.org"])
def test_nobody_but_an_instructor_can_be_added_and_the_answer_tells_nothing_more(
    browser: Browser, stage: Stage, email: str
) -> None:
    answer = browser.post(f"{stage.home}/instructors", data={"email": email})
    assert answer.status_code == 422
    assert "No instructor has this e-mail." in answer.text


def test_the_last_instructor_is_not_removed(
    browser: Browser, stage: Stage, session: Session, instructor: Identity
) -> None:
    answer = browser.post(f"{stage.home}/instructors/{instructor.id}/remove", follow_redirects=True)
    assert "A cohort needs an instructor." in answer.text
    assert session.scalars(select(CohortInstructor.person_id)).all() == [instructor.id]


def test_who_leaves_a_cohort_is_brought_back_to_the_list(
    browser: Browser, stage: Stage, instructor: Identity, other_instructor: Identity
) -> None:
    browser.post(f"{stage.home}/instructors", data={"email": "olaf@example.org"})
    answer = browser.post(f"{stage.home}/instructors/{instructor.id}/remove")
    assert answer.location == "/teach"
    assert browser.get(stage.home).status_code == 404


def test_a_cohort_of_a_course_that_is_gone_keeps_its_people_and_says_so(
    browser: Browser, session: Session, instructor: Identity, learner: Identity
) -> None:
    cohort = cohort_of(session, instructor, course="gone")
    enrol(session, cohort, learner.id)
    assert "This course is not offered any more" in browser.get("/teach").text
    missing = browser.get(f"/teach/cohorts/{cohort}")
    assert missing.status_code == 404
    assert "is not offered here any more. Its records are kept." in missing.text
    assert "Lena" in browser.get(f"/teach/cohorts/{cohort}/people").text
    assert browser.get(f"/teach/cohorts/{cohort}/settings").status_code == 200


def test_changes_are_logged_by_their_ids_without_names_or_secrets(
    browser: Browser, stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, logger="coursewright")
    browser.post(f"{stage.home}/join-link")
    browser.post(f"{stage.home}/people/{stage.learner}/remove")
    lines = [json.loads(JsonLines().format(record)) for record in caplog.records if record.name == "coursewright"]
    events = [(line["event"], line.get("cohort"), line.get("learner")) for line in lines]
    assert ("cohort.link_renewed", stage.cohort, None) in events
    assert ("enrolment.removed", stage.cohort, stage.learner) in events
    assert "Lena" not in json.dumps(lines)
