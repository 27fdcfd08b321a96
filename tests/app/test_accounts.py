"""Registering, signing in and out, and what neither tells a stranger."""

import re
from datetime import timedelta

import pytest
from argon2 import PasswordHasher
from flask import Flask
from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from app.models import Person, Role
from app.services.passwords import hash_password, is_password
from app.services.people import Identity
from tests.browsing import Browser
from tests.conftest import START, As, Clock

PASSWORD = "correct horse"  # noqa: S105 (of nobody)
ANNA = {"name": "Anna", "email": "anna@example.org", "password": PASSWORD}
SIGN_IN = {"email": "anna@example.org", "password": PASSWORD}


def register(browser: Browser, **changed: str) -> int:
    return browser.post("/account/register", data=ANNA | changed).status_code


def people(session: Session) -> int:
    session.rollback()
    return session.scalar(select(func.count()).select_from(Person)) or 0


def test_an_account_is_made_and_signed_in(client: Browser, session: Session) -> None:
    answer = client.post("/account/register", data=ANNA)
    assert (answer.status_code, answer.location) == (302, "/my")
    person = session.scalars(select(Person)).one()
    assert (person.name, person.email, person.role) == ("Anna", "anna@example.org", Role.LEARNER)
    assert person.created_at == START
    assert "anna@example.org" in client.get("/account").text


def test_a_password_is_kept_as_an_argon2_hash(client: Browser, session: Session) -> None:
    register(client)
    kept = session.scalars(select(Person.password_hash)).one()
    assert kept is not None
    assert kept.startswith("$argon2id$")
    assert PASSWORD not in kept


def test_an_email_is_kept_in_lower_case_and_matches_in_any(client: Browser, as_: As, session: Session) -> None:
    register(client, email=" Anna@Example.ORG ")
    assert session.scalars(select(Person.email)).one() == "anna@example.org"
    assert as_(None).post("/account/sign-in", data=SIGN_IN | {"email": "ANNA@example.org"}).status_code == 302


@pytest.mark.parametrize(
    ("field", "written", "said"),
    [
        ("email", "anna", "This is not an e-mail address."),
        ("email", "anna@", "This is not an e-mail address."),
        ("email", "a b@example.org", "This is not an e-mail address."),
        ("email", "", "Write your e-mail address."),
        ("name", "   ", "Write your name."),
        ("name", "n" * 201, "Write at most 200 characters."),
        ("password", "short", "Choose at least 10 characters."),
        ("password", "p" * 201, "Choose at most 200 characters."),
        ("password", "Anna@Example.org", "Choose something other than your e-mail address."),
        ("password", "", "Choose a password."),
    ],
)
def test_a_form_with_junk_says_what_is_wrong_and_makes_nothing(
    client: Browser, session: Session, field: str, written: str, said: str
) -> None:
    answer = client.post("/account/register", data=ANNA | {field: written})
    assert answer.status_code == 422
    assert said in answer.text
    assert people(session) == 0


def test_a_refused_form_keeps_what_was_written_but_not_the_password(client: Browser) -> None:
    page = client.post("/account/register", data=ANNA | {"email": "anna"}).text
    assert 'value="Anna"' in page
    assert PASSWORD not in page


def test_an_error_is_tied_to_its_field(client: Browser) -> None:
    page = client.post("/account/register", data=ANNA | {"email": "anna"}).text
    field = re.search(r'<input[^>]*id="email"[^>]*>', page)
    assert field
    assert 'aria-invalid="true"' in field[0]
    assert 'aria-describedby="email-error"' in field[0]
    assert 'id="email-error"' in page


def test_a_known_email_is_refused_without_saying_that_it_is_known(client: Browser, as_: As, session: Session) -> None:
    register(client)
    answer = as_(None).post("/account/register", data=ANNA | {"name": "Somebody", "password": "something else"})
    assert answer.status_code == 422
    assert "No account can be made with this e-mail." in answer.text
    assert people(session) == 1


def test_an_invited_email_is_refused_as_a_known_one_is(client: Browser, session: Session) -> None:
    session.add(Person(email="anna@example.org", session_key="k", created_at=START, seen_at=START))
    session.commit()
    answer = client.post("/account/register", data=ANNA)
    assert "No account can be made with this e-mail." in answer.text
    assert session.scalars(select(Person.password_hash)).one() is None


def test_a_wrong_password_and_an_unknown_email_get_the_same_page(client: Browser, as_: As) -> None:
    register(client)
    stranger = as_(None)
    wrong = stranger.post("/account/sign-in", data=SIGN_IN | {"password": "wrong horse"})
    unknown = stranger.post("/account/sign-in", data=SIGN_IN | {"email": "otto@example.org"})
    no_address = stranger.post("/account/sign-in", data=SIGN_IN | {"email": "otto"})

    def page(text: str) -> str:
        return re.sub(r'value="[^"]*"', "", text)

    assert wrong.status_code == unknown.status_code == no_address.status_code == 422
    assert "E-mail or password is wrong." in wrong.text
    assert page(wrong.text) == page(unknown.text) == page(no_address.text)


def test_an_unknown_email_is_compared_with_a_hash_too(monkeypatch: pytest.MonkeyPatch, client: Browser) -> None:
    compared: list[str] = []

    def verify(self: PasswordHasher, kept: str, password: str) -> bool:
        compared.append(kept)
        return True

    monkeypatch.setattr(PasswordHasher, "verify", verify)
    answer = client.post("/account/sign-in", data={"email": "nobody@example.org", "password": PASSWORD})
    assert answer.status_code == 422
    assert [kept.split("$")[1] for kept in compared] == ["argon2id"]


def test_a_hash_with_old_parameters_is_made_anew_at_sign_in(client: Browser, session: Session) -> None:
    old = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)
    session.add(Person(email="anna@example.org", password_hash=old, session_key="k", created_at=START, seen_at=START))
    session.commit()
    assert client.post("/account/sign-in", data=SIGN_IN).status_code == 302
    session.rollback()
    kept = session.scalars(select(Person.password_hash)).one()
    assert kept is not None
    assert kept.split("$")[3] == "m=65536,t=3,p=4"
    assert is_password(kept, PASSWORD)


def test_the_same_letters_from_another_keyboard_are_the_same_password() -> None:
    assert is_password(hash_password("Zürich ﬁnal"), "Zu\u0308rich final")


def test_a_session_begins_anew_at_sign_in(client: Browser, as_: As) -> None:
    register(client)
    browser = as_(None)
    token_before = browser.csrf_token()
    with browser.session_transaction() as before:
        before["planted"] = "by somebody else"
    browser.post("/account/sign-in", data=SIGN_IN)
    with browser.session_transaction() as after:
        assert "planted" not in after
    refused = browser.post("/account/sign-out", data={"csrf_token": token_before}, csrf=False)
    assert refused.status_code == 400


def test_a_session_ends_with_the_browser_unless_asked_otherwise(client: Browser, as_: As) -> None:
    register(client)
    short = as_(None).post("/account/sign-in", data=SIGN_IN).headers["Set-Cookie"]
    kept = as_(None).post("/account/sign-in", data=SIGN_IN | {"keep": "y"}).headers["Set-Cookie"]
    assert "Expires" not in short
    assert "Expires" in kept


def test_signing_out_ends_the_session(client: Browser) -> None:
    register(client)
    assert client.post("/account/sign-out").location == "/"
    assert client.get("/account").location == "/account/sign-in?next=/account"


def test_signing_out_takes_a_post(as_: As, learner: Identity) -> None:
    browser = as_(learner)
    assert browser.get("/account/sign-out").status_code == 405
    assert browser.get("/account").status_code == 200


def test_an_account_that_signs_in_again_goes_on(as_: As, learner: Identity) -> None:
    assert as_(learner).get("/account/sign-in").location == "/my"
    assert as_(learner).get("/account/register?next=/courses").location == "/courses"


def test_signing_in_goes_on_to_the_page_that_asked_for_it(client: Browser, as_: As) -> None:
    register(client)
    browser = as_(None)
    assert browser.get("/account?x=1").location == "/account/sign-in?next=/account?x%3D1"
    page = browser.get("/account/sign-in?next=/account?x%3D1").text
    assert 'name="next" value="/account?x=1"' in page
    assert browser.post("/account/sign-in", data=SIGN_IN | {"next": "/account?x=1"}).location == "/account?x=1"


@pytest.mark.parametrize(
    "address",
    ["https://evil.example", "//evil.example", "/\\evil.example", "\\\\evil.example", "javascript:alert(1)",
     "/\t/evil.example", "https:evil.example", "evil.example", "///evil.example", "http://localhost@evil.example/"],
)  # fmt: skip
def test_signing_in_never_leads_to_another_site(client: Browser, as_: As, address: str) -> None:
    register(client)
    browser = as_(None)
    assert "evil" not in browser.get("/account/sign-in", query_string={"next": address}).text
    assert browser.post("/account/sign-in", data=SIGN_IN | {"next": address}).location == "/my"


def test_a_guest_becomes_the_account_and_keeps_the_row(
    guest_client: Browser, guest: Identity, session: Session
) -> None:
    assert register(guest_client) == 302
    person = session.scalars(select(Person)).one()
    assert (person.id, person.email) == (guest.id, "anna@example.org")
    assert person.session_key != guest.session_key


def test_reading_makes_no_guest(client: Browser, session: Session) -> None:
    for path in ("/", "/account/sign-in", "/account/register", "/nowhere"):
        client.get(path)
    assert people(session) == 0


def test_a_session_of_somebody_who_is_gone_is_nobodys(as_: As, learner: Identity, session: Session) -> None:
    browser = as_(learner)
    session.execute(update(Person).values(session_key="another"))
    session.commit()
    assert browser.get("/account").status_code == 302


@pytest.mark.parametrize("junk", ["", ":", "1", "x:y", "-1:k", "99999999999999999999:k", "1:"])
def test_a_session_with_a_strange_id_is_nobodys(client: Browser, junk: str) -> None:
    with client.session_transaction() as kept:
        kept["_user_id"] = junk
    assert client.get("/account").status_code == 302


def test_a_forged_cookie_is_nobodys(app: Flask, client: Browser, learner: Identity) -> None:
    client.set_cookie("coursewright", "eyJfdXNlcl9pZCI6IjE6a2V5IG9mIExlbmEifQ.aSHn1A.forged")
    assert client.get("/account").status_code == 302


def test_somebody_is_seen_when_they_do_something_but_not_on_every_click(
    as_: As, learner: Identity, session: Session, clock: Clock
) -> None:
    browser = as_(learner)

    def seen_after(minutes: int) -> timedelta:
        clock.advance(minutes=minutes)
        browser.post("/account", data={"name": "Lena", "timezone": ""})
        session.rollback()
        return session.scalars(select(Person.seen_at)).one() - START

    assert seen_after(4) == timedelta(0)
    assert seen_after(1) == timedelta(minutes=5)
