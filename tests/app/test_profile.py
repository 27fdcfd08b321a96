"""Name, time zone and password."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from babel.dates import get_timezone
from flask import Flask
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.models import Person
from app.services.passwords import hash_password
from app.services.people import Identity
from app.web.account.zones import zone_choices
from tests.browsing import Browser
from tests.conftest import As

OLD, NEW = "correct horse", "battery staple"


@pytest.fixture
def lena(learner: Identity, session: Session) -> Identity:
    """Lena, with a password."""
    session.execute(update(Person).values(password_hash=hash_password(OLD)))
    session.commit()
    return learner


def test_name_and_time_zone_are_kept(as_: As, learner: Identity, session: Session) -> None:
    browser = as_(learner)
    assert browser.post("/account", data={"name": " Lena L. ", "timezone": "Europe/Berlin"}).location == "/account"
    session.rollback()
    assert session.execute(select(Person.name, Person.timezone)).one() == ("Lena L.", "Europe/Berlin")
    page = browser.get("/account").text
    assert "Your profile is saved." in page
    assert '<option selected value="Europe/Berlin">' in page


@pytest.mark.parametrize(("name", "zone"), [("", "UTC"), ("Lena", "Mars/Olympus"), ("Lena", "../etc/passwd")])
def test_a_profile_with_junk_is_refused(as_: As, learner: Identity, session: Session, name: str, zone: str) -> None:
    assert as_(learner).post("/account", data={"name": name, "timezone": zone}).status_code == 422
    session.rollback()
    assert session.execute(select(Person.name, Person.timezone)).one() == ("Lena", "")


def test_every_time_zone_on_offer_can_be_shown(app: Flask) -> None:
    with app.test_request_context():
        zones = [zone for zone, _ in zone_choices() if zone]
    assert len(zones) > 300
    noon = datetime(2026, 11, 22, 12, tzinfo=ZoneInfo("UTC"))
    assert all(noon.astimezone(get_timezone(zone)).utcoffset() is not None for zone in zones)


def test_a_guest_has_no_profile(guest_client: Browser) -> None:
    assert guest_client.get("/account").location == "/account/sign-in?next=/account"
    assert guest_client.post("/account", data={"name": "x", "timezone": ""}).location == "/account/sign-in"


def test_another_password_ends_every_other_session(as_: As, lena: Identity) -> None:
    here, elsewhere = as_(lena), as_(lena)
    assert here.post("/account/password", data={"old": OLD, "new": NEW}).location == "/account"
    assert "Your password is changed." in here.get("/account").text
    assert elsewhere.get("/account").status_code == 302
    signing_in = {"email": lena.email, "password": OLD}
    assert as_(None).post("/account/sign-in", data=signing_in).status_code == 422
    assert as_(None).post("/account/sign-in", data=signing_in | {"password": NEW}).status_code == 302


def test_another_password_needs_the_present_one(as_: As, lena: Identity) -> None:
    browser = as_(lena)
    answer = browser.post("/account/password", data={"old": "wrong horse", "new": NEW})
    assert answer.status_code == 422
    assert "This is not your present password." in answer.text
    assert as_(None).post("/account/sign-in", data={"email": lena.email, "password": OLD}).status_code == 302


@pytest.mark.parametrize(
    ("new", "said"),
    [
        ("short", "Choose at least 10 characters."),
        ("lena@example.org", "Choose something other than"),
        ("", "Choose a"),
    ],
)
def test_a_weak_new_password_is_refused(as_: As, lena: Identity, new: str, said: str) -> None:
    answer = as_(lena).post("/account/password", data={"old": OLD, "new": new})
    assert answer.status_code == 422
    assert said in answer.text
