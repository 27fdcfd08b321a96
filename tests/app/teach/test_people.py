"""Everybody with an e-mail, for admins: invited, and given another role."""

import pytest
from lxml import html
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models import Person, Role
from app.services.directory import RoleChange, change_role, find_people
from app.services.people import Identity
from tests.app.teach.staging import invited
from tests.browsing import Browser
from tests.conftest import As


@pytest.fixture
def browser(as_: As, admin: Identity) -> Browser:
    return as_(admin)


def role_of(session: Session, person_id: int) -> Role:
    session.expire_all()
    return session.get_one(Person, person_id).role


def test_people_are_found_by_name_and_email_and_guests_are_left_out(
    session: Session, learner: Identity, other_learner: Identity, guest: Identity
) -> None:
    assert [row.name for row in find_people(session, "", 1).rows] == ["Lena", "Omar"]
    assert [row.name for row in find_people(session, "LEN example", 1).rows] == ["Lena"]
    assert find_people(session, "%", 1).total == 0


def test_an_invited_instructor_gets_a_link_and_can_teach_with_it(
    browser: Browser, session: Session, client: Browser
) -> None:
    form = {"name": "Nora", "email": "Nora@example.org", "role": "instructor"}
    page = browser.post("/teach/people", data=form, follow_redirects=True).text
    link = str(html.fromstring(page).xpath("//cw-copy/input/@value")[0])
    client.post(link, data={"name": "Nora", "password": "correct horse battery"})
    assert client.get("/teach").status_code == 200
    assert session.scalars(select(Person.role).where(Person.email == "nora@example.org")).one() is Role.INSTRUCTOR


@pytest.mark.parametrize(
    ("form", "words"),
    [
        (
            {"name": "Lena", "email": "lena@example.org", "role": "learner"},
            "Somebody with this e-mail is here already.",
        ),
        ({"name": "Nora", "email": "nora at example", "role": "learner"}, "This is not an e-mail address."),
        ({"name": "", "email": "nora@example.org", "role": "learner"}, "Write their name."),
        ({"name": "Nora", "email": "nora@example.org", "role": "owner"}, "Not a valid choice."),
    ],
)
def test_an_invitation_with_junk_is_told_what_is_wrong(
    browser: Browser, session: Session, learner: Identity, form: dict[str, str], words: str
) -> None:
    answer = browser.post("/teach/people", data=form)
    assert answer.status_code == 422
    assert words in answer.text
    assert session.scalars(select(Person.id).where(Person.email == "nora@example.org")).all() == []


def test_a_role_is_changed_and_holds_at_once(browser: Browser, session: Session, learner: Identity, as_: As) -> None:
    promoted = as_(learner)
    assert promoted.get("/teach").status_code == 403
    browser.post(f"/teach/people/{learner.id}/role", data={"role": "instructor"})
    assert promoted.get("/teach").status_code == 200


def test_the_only_admin_stays_one(browser: Browser, session: Session, admin: Identity) -> None:
    answer = browser.post(f"/teach/people/{admin.id}/role", data={"role": "learner"})
    assert answer.status_code == 422
    assert "They are the only admin." in answer.text
    assert role_of(session, admin.id) is Role.ADMIN


def test_an_invited_admin_is_not_yet_one_who_could_stay(session: Session, admin: Identity) -> None:
    person_id = invited(session, "Tess")
    assert change_role(session, person_id, Role.ADMIN, session_key="k") is RoleChange.CHANGED
    assert change_role(session, admin.id, Role.LEARNER, session_key="k") is RoleChange.LAST_ADMIN
    assert change_role(session, person_id, Role.ADMIN, session_key="k") is RoleChange.SAME
    assert change_role(session, person_id, Role.LEARNER, session_key="k") is RoleChange.CHANGED


def test_another_role_withdraws_the_invitation_that_is_out(browser: Browser, session: Session) -> None:
    person_id = invited(session, "Tess")

    def link() -> str:
        page = browser.get(f"/teach/people/{person_id}").text
        return str(html.fromstring(page).xpath("//cw-copy/input/@value")[0])

    old = link()
    browser.post(f"/teach/people/{person_id}/role", data={"role": "admin"})
    assert link() != old
    assert browser.get(old).status_code == 410
    assert browser.get(link()).status_code == 200
