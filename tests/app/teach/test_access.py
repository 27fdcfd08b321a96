"""Every address of the teaching pages, asked for by everybody."""

from collections.abc import Iterator

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from app.services.people import Identity
from app.services.teachers import add_teacher
from tests.app.teach.conftest import Stage
from tests.browsing import Browser
from tests.conftest import As

COHORT_PAGES = [
    "",
    "/board.csv",
    "/people",
    "/people.csv",
    "/people/{learner}/remove",
    "/learners/{learner}",
    "/learners/{learner}/attempts.csv",
    "/learners/{learner}/attempts/{attempt}",
    "/quizzes",
    "/quizzes/tying",
    "/quizzes/tying?attempts=all",
    "/quizzes/final",
    "/quizzes/ropes-check",
    "/quizzes/tying/marks.csv",
    "/quizzes/tying/answers.csv",
    "/quizzes/ropes-check/answers.csv",
    "/settings",
]
COHORT_FORMS = {
    "/people/preview": {"text": "anna@example.org"},
    "/people/add": {"text": "anna@example.org"},
    "/people/{learner}/remove": {},
    "/name": {"name": "Winter"},
    "/join-link": {},
    "/archive": {},
    "/restore": {},
    "/instructors": {"email": "olaf@example.org"},
    "/instructors/{instructor}/remove": {},
}
SHARED_PAGES = [
    "/teach",
    "/teach/cohorts/new",
    "/teach/quizzes",
    "/teach/quizzes/knots/tying",
    "/teach/quizzes/knots/final",
    "/teach/quizzes/knots/ropes-check",
    "/teach/quizzes/deep-learning-frameworks/keras",
    "/teach/quizzes/knots/tying/export/gift",
    "/teach/quizzes/knots/tying/export/gift/file",
    "/teach/quizzes/knots/tying/export/moodle-xml",
    "/teach/quizzes/knots/tying/export/qti30",
    "/teach/quizzes/knots/tying/bank",
    "/teach/quizzes/knots/tying/bank/gift",
    "/teach/quizzes/knots/tying/bank/gift/file",
    "/teach/quizzes/knots",
    "/teach/quizzes/knots/package/site",
    "/teach/quizzes/knots/package/site/file",
    "/teach/files",
    "/teach/imports",
    "/teach/imports/templates/csv",
]
OWN_PAGES = ["/teach/imports/{digest}", "/teach/imports/{digest}/bank"]  # of who sent the file: see test_importing.py
ADMIN_PAGES = ["/teach/people", "/teach/people/{learner}"]
ADMIN_FORMS = {
    "/teach/people": {"name": "Nora", "email": "nora@example.org", "role": "instructor"},
    "/teach/people/{learner}/role": {"role": "instructor"},
}


def cohort_addresses(stage: Stage) -> Iterator[str]:
    for page in COHORT_PAGES:
        yield stage.home + page.format(learner=stage.learner, attempt=stage.attempt)


def cohort_forms(stage: Stage, instructor: Identity) -> Iterator[tuple[str, dict[str, str]]]:
    for page, form in COHORT_FORMS.items():
        yield stage.home + page.format(learner=stage.learner, instructor=instructor.id), form


def statuses(browser: Browser, addresses: list[str]) -> dict[str, int]:
    return {address: browser.get(address).status_code for address in addresses}


def test_every_route_of_the_teaching_pages_is_tried_here(app: Flask, stage: Stage, instructor: Identity) -> None:
    routes = app.url_map.bind("localhost")

    def endpoint(address: str, method: str) -> str:
        return str(routes.match(address.partition("?")[0].format(learner=1, digest="0" * 40), method)[0])

    gets = {endpoint(address, "GET") for address in [*cohort_addresses(stage), *SHARED_PAGES, *ADMIN_PAGES, *OWN_PAGES]}
    forms = [*cohort_forms(stage, instructor), *ADMIN_FORMS.items(), ("/teach/cohorts/new", {}), ("/teach/imports", {})]
    posts = {endpoint(address, "POST") for address, _form in forms}
    known = {rule.endpoint for rule in app.url_map.iter_rules() if rule.endpoint.startswith("teach.")}
    assert gets | posts == known


def test_its_instructor_sees_every_page_of_a_cohort(stage: Stage, instructor: Identity, as_: As) -> None:
    found = statuses(as_(instructor), list(cohort_addresses(stage)))
    assert set(found.values()) == {200}, found


def test_a_co_instructor_and_an_admin_see_every_page_too(
    stage: Stage, session: Session, other_instructor: Identity, admin: Identity, as_: As
) -> None:
    add_teacher(session, stage.cohort, "olaf@example.org")
    session.commit()
    for viewer in (other_instructor, admin):
        found = statuses(as_(viewer), list(cohort_addresses(stage)))
        assert set(found.values()) == {200}, found


def test_another_instructor_finds_no_page_of_it(stage: Stage, other_instructor: Identity, as_: As) -> None:
    found = statuses(as_(other_instructor), list(cohort_addresses(stage)))
    assert set(found.values()) == {404}, found


def test_another_instructor_can_change_nothing_of_it(
    stage: Stage, instructor: Identity, other_instructor: Identity, as_: As
) -> None:
    browser = as_(other_instructor)
    found = {address: browser.post(address, data=form).status_code for address, form in cohort_forms(stage, instructor)}
    assert set(found.values()) == {404}, found


def test_a_learner_is_told_that_the_pages_are_not_theirs(
    stage: Stage, instructor: Identity, learner: Identity, as_: As
) -> None:
    browser = as_(learner)
    found = statuses(browser, [*cohort_addresses(stage), *SHARED_PAGES, *OWN_PAGES, "/teach/people"])
    assert set(found.values()) == {403}, found
    posted = {
        address: browser.post(address, data=form).status_code for address, form in cohort_forms(stage, instructor)
    }
    assert set(posted.values()) == {403}, posted


@pytest.mark.parametrize("path", ["/teach", "/teach/people", "/teach/quizzes"])
def test_a_stranger_is_asked_to_sign_in_and_brought_back(client: Browser, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 302
    assert answer.location.startswith("/account/sign-in?next=")


def test_a_stranger_is_asked_to_sign_in_on_every_page(stage: Stage, instructor: Identity, client: Browser) -> None:
    found = statuses(client, [*cohort_addresses(stage), *SHARED_PAGES, "/teach/people"])
    assert set(found.values()) == {302}, found
    posted = {address: client.post(address, data=form).location for address, form in cohort_forms(stage, instructor)}
    assert all(place.startswith("/account/sign-in") for place in posted.values()), posted


def test_every_instructor_sees_every_quiz(stage: Stage, other_instructor: Identity, as_: As) -> None:
    found = statuses(as_(other_instructor), SHARED_PAGES)
    assert set(found.values()) == {200}, found


def test_people_are_for_admins_alone(stage: Stage, instructor: Identity, admin: Identity, as_: As) -> None:
    pages = [page.format(learner=stage.learner) for page in ADMIN_PAGES]
    assert set(statuses(as_(instructor), pages).values()) == {403}
    assert set(statuses(as_(admin), pages).values()) == {200}
    for address, form in ADMIN_FORMS.items():
        assert as_(instructor).post(address.format(learner=stage.learner), data=form).status_code == 403


def test_what_does_not_exist_is_not_found(stage: Stage, instructor: Identity, admin: Identity, as_: As) -> None:
    missing = [
        "/teach/cohorts/999",
        "/teach/cohorts/99999999999",
        f"{stage.home}/learners/999",
        f"{stage.home}/learners/{instructor.id}",
        f"{stage.home}/learners/{stage.learner}/attempts/999",
        f"{stage.home}/quizzes/nothing",
        "/teach/quizzes/knots/nothing",
        "/teach/quizzes/nothing/tying",
        "/teach/quizzes/knots/tying/export/nothing",
        "/teach/quizzes/knots/package/nothing",
        "/teach/quizzes/nowhere",
    ]
    found = statuses(as_(instructor), missing)
    assert set(found.values()) == {404}, found
    assert as_(admin).get("/teach/people/999").status_code == 404


def test_an_attempt_of_somebody_else_is_not_shown_under_a_learner(
    stage: Stage, session: Session, instructor: Identity, other_learner: Identity, as_: As
) -> None:
    from_other = f"{stage.home}/learners/{other_learner.id}/attempts/{stage.attempt}"
    assert as_(instructor).get(from_other).status_code == 404


def test_a_form_without_its_token_is_refused(stage: Stage, instructor: Identity, as_: As) -> None:
    answer = as_(instructor).post(f"{stage.home}/archive", csrf=False)
    assert answer.status_code == 400


def test_a_second_click_finds_an_instructor_gone(
    session: Session, stage: Stage, instructor: Identity, other_instructor: Identity, as_: As
) -> None:
    assert other_instructor.email
    add_teacher(session, stage.cohort, other_instructor.email)
    session.commit()
    remove = f"{stage.home}/instructors/{other_instructor.id}/remove"
    browser = as_(instructor)
    assert [browser.post(remove).location for _click in range(2)] == [f"{stage.home}/settings"] * 2


@pytest.mark.parametrize("page", ["people", "settings"])
def test_a_join_link_is_built_on_the_setting_not_on_the_request(
    app: Flask, stage: Stage, instructor: Identity, as_: As, page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(app.config, "PUBLIC_URL", "https://school.example")
    shown = as_(instructor).get(f"{stage.home}/{page}").text
    assert "https://school.example/join/" in shown
    assert "localhost" not in shown


def test_an_invitation_is_built_on_the_setting_not_on_the_request(
    app: Flask, admin: Identity, as_: As, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(app.config, "PUBLIC_URL", "https://school.example")
    browser = as_(admin)
    made = browser.post("/teach/people", data={"name": "Nora", "email": "nora@example.org", "role": "instructor"})
    assert "https://school.example/account/invitation/" in browser.get(made.location).text
