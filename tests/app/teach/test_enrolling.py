"""People are added from a list: shown first, then all good lines at once, and never half."""

import io

import pytest
from lxml import html
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.models import Enrolment, Person, Role
from app.services.people import Identity
from tests.app.teach.conftest import Stage
from tests.app.teach.staging import enrol, invited
from tests.browsing import Browser
from tests.conftest import As

LIST = "name,email\nAnna Smith,anna@example.org\nBen,\nLena,lena@example.org\nCora,cora at example.org\n"


@pytest.fixture
def browser(as_: As, instructor: Identity) -> Browser:
    return as_(instructor)


def enrolled(session: Session) -> int:
    session.expire_all()
    return session.scalar(select(func.count()).select_from(Enrolment).where(Enrolment.removed_at.is_(None))) or 0


def words(source: str) -> str:
    return " ".join(" ".join(html.fromstring(source).xpath("//main")[0].itertext()).split())


def good_lines(source: str) -> str:
    return str(html.fromstring(source).xpath("//input[@name='text']/@value")[0])


def test_a_list_is_shown_line_by_line_and_nothing_is_added(browser: Browser, stage: Stage, session: Session) -> None:
    page = browser.post(f"{stage.home}/people/preview", data={"text": LIST}).text
    found = words(page)
    assert "2 lines to correct" in found
    assert "3 Ben, There is no e-mail address in this line." in found
    assert "5 Cora,cora at example.org Its e-mail address is not one." in found
    assert "1 person to add" in found
    assert "1 is in the cohort already and stays as before" in found
    assert "Add the 1 good line" in found
    assert enrolled(session) == 1


def test_the_good_lines_are_added_at_once_and_the_new_are_invited(
    browser: Browser, stage: Stage, session: Session
) -> None:
    page = browser.post(f"{stage.home}/people/preview", data={"text": LIST}).text
    answer = browser.post(f"{stage.home}/people/add", data={"text": good_lines(page)}, follow_redirects=True)
    assert "1 person is added." in answer.text
    assert "2 learners , 1 of them invited" in words(answer.text)
    anna = session.scalars(select(Person).where(Person.email == "anna@example.org")).one()
    assert (anna.name, anna.role, anna.password_hash) == ("Anna Smith", Role.LEARNER, None)
    assert enrolled(session) == 2


def test_a_second_click_adds_nobody_twice(browser: Browser, stage: Stage, session: Session) -> None:
    for _click in range(2):
        browser.post(f"{stage.home}/people/add", data={"text": "anna@example.org"})
    assert enrolled(session) == 2


@pytest.mark.parametrize("step", ["preview", "add"])
def test_a_list_sent_after_the_cohort_was_archived_adds_nobody_and_says_why(
    browser: Browser, stage: Stage, session: Session, step: str
) -> None:
    browser.post(f"{stage.home}/archive")
    page = browser.post(f"{stage.home}/people/{step}", data={"text": "anna@example.org"}, follow_redirects=True).text
    assert "Nobody is added: the cohort is archived." in page
    assert "Add people from a list" not in page
    assert enrolled(session) == 1


def test_an_uploaded_file_in_windows_1252_is_read_and_said_to_be(browser: Browser, stage: Stage) -> None:
    file = (io.BytesIO("name;email\r\nZoë;zoe@example.org\r\n".encode("cp1252")), "list.csv")
    page = browser.post(f"{stage.home}/people/preview", data={"file": file}).text
    assert "was read as Windows-1252" in page
    assert "Zoë" in page


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"PK\x03\x04\x00", "This file is not text."),
        (b"name,group\nAnna,B\n", "none of them is “email”"),
        (b"email\n" + b"".join(b"p%d@example.org\n" % n for n in range(2001)), "There are more than 2000 lines."),
        (b"", "Nobody is in this list."),
    ],
)
def test_a_file_that_cannot_be_taken_is_refused_with_the_reason_at_its_field(
    browser: Browser, stage: Stage, session: Session, raw: bytes, message: str
) -> None:
    answer = browser.post(f"{stage.home}/people/preview", data={"file": (io.BytesIO(raw), "list.csv")})
    assert answer.status_code == 422
    error = html.fromstring(answer.text).xpath("//*[@id='file-error']")
    assert message in error[0].text_content()
    assert enrolled(session) == 1


def test_a_file_above_a_million_bytes_is_refused(browser: Browser, stage: Stage) -> None:
    file = (io.BytesIO(b"x" * 1_000_001), "list.csv")
    answer = browser.post(f"{stage.home}/people/preview", data={"file": file})
    answer.request.environ["wsgi.input"].close()  # so large a body waits in a file
    assert answer.status_code == 422
    assert "The file is larger than 1 MB." in answer.text


def test_lines_that_were_changed_on_the_way_are_checked_again(browser: Browser, stage: Stage, session: Session) -> None:
    answer = browser.post(f"{stage.home}/people/add", data={"text": "anna@example.org\nnonsense"})
    assert answer.status_code == 422
    assert "1 line to correct" in words(answer.text)
    assert enrolled(session) == 1


def test_two_thousand_good_lines_survive_the_way_through_the_report(
    browser: Browser, stage: Stage, session: Session
) -> None:
    lines = "".join(f"{'Ä' * 190} {number:04},p{number}@example.org\n" for number in range(2000))
    file = (io.BytesIO(("name,email\n" + lines).encode()), "list.csv")
    page = browser.post(f"{stage.home}/people/preview", data={"file": file}, lint=False)
    assert page.status_code == 200
    data = {"text": good_lines(page.text)}
    answer = browser.post(f"{stage.home}/people/add", data=data, content_type="multipart/form-data")
    for sent in (page, answer):
        sent.request.environ["wsgi.input"].close()  # so large a body waits in a file
    assert answer.status_code == 302
    assert enrolled(session) == 2001


def test_a_removed_learner_leaves_the_pages_after_a_confirmation(
    browser: Browser, stage: Stage, session: Session
) -> None:
    address = f"{stage.home}/people/{stage.learner}/remove"
    assert "Remove Lena?" in browser.get(address).text
    assert enrolled(session) == 1
    browser.post(address)
    assert enrolled(session) == 0
    assert browser.get(f"{stage.home}/learners/{stage.learner}").status_code == 404
    assert browser.post(address).status_code == 302
    browser.post(f"{stage.home}/people/add", data={"text": "lena@example.org"})
    assert browser.get(f"{stage.home}/learners/{stage.learner}").status_code == 200


def invitations(source: str) -> list[str]:
    return [str(url) for url in html.fromstring(source).xpath("//details[@class='invitation']//input/@value")]


def test_an_invitation_link_lets_its_holder_join(browser: Browser, stage: Stage, client: Browser) -> None:
    browser.post(f"{stage.home}/people/add", data={"text": "Anna,anna@example.org"})
    (link,) = invitations(browser.get(f"{stage.home}/people").text)
    answer = client.post(link, data={"name": "Anna", "password": "correct horse battery"})
    assert answer.status_code == 302
    assert invitations(browser.get(f"{stage.home}/people").text) == []


def test_only_an_admin_gets_the_invitation_of_somebody_who_will_teach(
    browser: Browser, stage: Stage, session: Session, admin: Identity, as_: As
) -> None:
    person_id = invited(session, "Tess")
    session.get_one(Person, person_id).role = Role.ADMIN
    session.commit()
    enrol(session, stage.cohort, person_id)
    assert invitations(browser.get(f"{stage.home}/people").text) == []
    assert len(invitations(as_(admin).get(f"{stage.home}/people").text)) == 1
