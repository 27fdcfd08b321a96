"""Guessing is bounded, and who is refused reads when to come back."""

import pytest
from sqlalchemy import func, select, update
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from app.models import Person
from app.services.passwords import hash_password
from app.services.people import Identity
from tests.browsing import Browser
from tests.conftest import As

PASSWORD, WRONG = "correct horse", "wrong horse"


@pytest.fixture
def lena(learner: Identity, session: Session) -> Identity:
    """Lena, with a password."""
    session.execute(update(Person).values(password_hash=hash_password(PASSWORD)))
    session.commit()
    return learner


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Compare passwords at once: how slow that is does not matter here."""
    monkeypatch.setattr("app.services.accounts.is_password", lambda _kept, password: password == PASSWORD)


def sign_in(browser: Browser, email: str, password: str = WRONG, address: str = "192.0.2.1") -> TestResponse:
    form = {"email": email, "password": password}
    return browser.post("/account/sign-in", data=form, environ_base={"REMOTE_ADDR": address})


def test_after_ten_wrong_passwords_an_email_is_refused_for_a_while(client: Browser, lena: Identity) -> None:
    assert [sign_in(client, "lena@example.org").status_code for _ in range(10)] == [422] * 10
    answer = sign_in(client, "lena@example.org", PASSWORD, address="192.0.2.2")
    assert answer.status_code == 429
    assert "Too many tries" in answer.text
    assert "Try again in 15 minutes." in answer.text
    assert 0 < int(answer.headers["Retry-After"]) <= 15 * 60


def test_an_email_that_nobody_has_is_refused_alike(client: Browser) -> None:
    assert [sign_in(client, "nobody@example.org").status_code for _ in range(11)] == [422] * 10 + [429]


def test_one_address_can_not_try_one_password_on_everybody(client: Browser, lena: Identity) -> None:
    codes = [sign_in(client, f"n{number}@example.org").status_code for number in range(50)]
    assert codes == [422] * 50
    assert sign_in(client, "lena@example.org", PASSWORD).status_code == 429
    assert sign_in(client, "lena@example.org", PASSWORD, address="192.0.2.2").status_code == 302


def test_a_whole_class_behind_one_address_gets_in(as_: As, lena: Identity) -> None:
    codes = [sign_in(as_(None), "lena@example.org", PASSWORD).status_code for _ in range(60)]
    assert codes == [302] * 60


def test_one_email_is_registered_five_times_an_hour_at_most(client: Browser, lena: Identity) -> None:
    form = {"name": "x", "email": "lena@example.org", "password": PASSWORD}
    codes = [client.post("/account/register", data=form).status_code for _ in range(6)]
    assert codes == [422] * 5 + [429]


def test_a_form_with_junk_costs_no_try(client: Browser, session: Session) -> None:
    form = {"name": "x", "email": "anna@example.org", "password": "short"}
    assert {client.post("/account/register", data=form).status_code for _ in range(8)} == {422}
    assert client.post("/account/register", data=form | {"password": PASSWORD}).status_code == 302
    assert session.scalar(select(func.count()).select_from(Person)) == 1


def test_the_present_password_can_not_be_guessed_at_from_a_session(as_: As, lena: Identity) -> None:
    browser = as_(lena)
    wrong = {"old": "wrong horse", "new": "battery staple"}
    assert [browser.post("/account/password", data=wrong).status_code for _ in range(11)] == [422] * 10 + [429]
    assert browser.post("/account/password", data=wrong | {"old": PASSWORD}).status_code == 429


def test_a_script_hears_of_it_in_json(client: Browser) -> None:
    for _ in range(10):
        sign_in(client, "nobody@example.org")
    answer = client.post(
        "/account/sign-in",
        data={"email": "nobody@example.org", "password": "x"},
        headers={"Accept": "application/json"},
    )
    assert answer.status_code == 429
    assert answer.json is not None
    assert answer.json["error"] == "Too many tries"
