"""The first instructor's link, and invitations."""

import threading

import pytest
from flask import Flask
from itsdangerous import URLSafeTimedSerializer
from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from app.db import db
from app.models import Person, Progress, Role
from app.services.appointing import become_first, invite
from app.services.people import Identity
from app.tokens import first_instructor_path, invitation_path
from tests.browsing import Browser
from tests.conftest import START, As

PATIENCE_S = 120
INES = {"name": "Ines", "email": "ines@example.org", "password": "correct horse"}
CHOICE = {"name": "Anna", "password": "correct horse"}


@pytest.fixture
def link(app: Flask) -> str:
    """The first instructor's link."""
    with app.test_request_context():
        return first_instructor_path()


@pytest.fixture
def invited(session: Session) -> Identity:
    """Somebody on a roster without a password."""
    found = invite(session, email="anna@example.org", name="A.", role=Role.LEARNER, session_key="k", now=START)
    session.commit()
    assert found
    return found


def invitation(app: Flask, invited: Identity) -> str:
    with app.test_request_context():
        return invitation_path(invited.id, invited.session_key)


def roles(session: Session) -> list[Role]:
    session.rollback()
    return list(session.scalars(select(Person.role).order_by(Person.id)))


def test_the_first_instructor_makes_an_account_and_is_admin(client: Browser, session: Session, link: str) -> None:
    assert client.get(link).status_code == 200
    assert client.post(link, data=INES).location == "/teach"
    assert roles(session) == [Role.ADMIN]
    assert client.get("/account").status_code == 200


def test_somebody_with_an_account_becomes_the_first_instructor_with_it(
    as_: As, learner: Identity, session: Session, link: str
) -> None:
    browser = as_(learner)
    assert "You are signed in as Lena (lena@example.org)." in browser.get(link).text
    assert browser.post(link).location == "/teach"
    assert roles(session) == [Role.ADMIN]


def test_the_link_works_once(client: Browser, as_: As, session: Session, link: str) -> None:
    client.post(link, data=INES)
    late = as_(None)
    assert late.get(link).status_code == 410
    answer = late.post(link, data=INES | {"email": "late@example.org"})
    assert answer.status_code == 410
    assert "<h1>This link no longer works</h1>" in answer.text
    assert "It works once, and this site has its first instructor." in answer.text
    assert roles(session) == [Role.ADMIN]


def test_the_link_is_worth_nothing_where_there_is_an_instructor(
    client: Browser, instructor: Identity, link: str
) -> None:
    assert client.get(link).status_code == 410


@pytest.mark.parametrize("token", ["first", "x.y.z", "ImZpcnN0Ig.aSHn1A.forged"])
def test_a_link_that_was_not_made_here_is_worth_nothing(client: Browser, session: Session, token: str) -> None:
    assert client.get(f"/account/first/{token}").status_code == 410
    assert client.post(f"/account/first/{token}", data=INES).status_code == 410
    assert roles(session) == []


def test_the_link_is_worth_nothing_after_a_week(
    app: Flask, client: Browser, monkeypatch: pytest.MonkeyPatch, link: str
) -> None:
    real = URLSafeTimedSerializer.default_signer.get_timestamp
    monkeypatch.setattr(
        URLSafeTimedSerializer.default_signer, "get_timestamp", lambda signer: real(signer) + 7 * 24 * 3600 + 1
    )
    assert client.get(link).status_code == 410


def test_of_two_who_come_at_once_one_becomes_the_first(
    app: Flask, learner: Identity, other_learner: Identity, session: Session
) -> None:
    ready = threading.Barrier(2)
    made: list[bool] = []

    def come(person_id: int) -> None:
        with app.app_context():
            ready.wait(timeout=PATIENCE_S)
            made.append(become_first(db.session, person_id))
            db.session.commit()

    both = [threading.Thread(target=come, args=(one.id,)) for one in (learner, other_learner)]
    for thread in both:
        thread.start()
    for thread in both:
        thread.join(timeout=PATIENCE_S)
    assert sorted(made) == [False, True]
    assert sorted(roles(session)) == [Role.ADMIN, Role.LEARNER]


def test_nothing_is_half_done_where_another_was_faster(
    client: Browser, session: Session, link: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.services.appointing.become_first", lambda *_: False)
    assert client.post(link, data=INES).status_code == 410
    assert session.scalar(select(func.count()).select_from(Person)) == 0


def test_an_invited_person_chooses_a_password_and_is_signed_in(
    app: Flask, client: Browser, as_: As, invited: Identity, session: Session
) -> None:
    link = invitation(app, invited)
    page = client.get(link).text
    assert "You were invited as anna@example.org." in page
    assert 'value="A."' in page
    assert client.post(link, data=CHOICE).location == "/my"
    assert session.execute(select(Person.id, Person.name)).one() == (invited.id, "Anna")
    signing_in = {"email": "anna@example.org", "password": "correct horse"}
    assert as_(None).post("/account/sign-in", data=signing_in).status_code == 302


def test_an_invitation_works_until_a_password_is_set(app: Flask, client: Browser, as_: As, invited: Identity) -> None:
    link = invitation(app, invited)
    assert client.get(link).status_code == 200
    client.post(link, data=CHOICE)
    late = as_(None)
    assert late.get(link).status_code == 410
    answer = late.post(link, data=CHOICE | {"password": "another horse"})
    assert answer.status_code == 410
    assert "The invitation was used or withdrawn." in answer.text


def test_a_withdrawn_invitation_is_worth_nothing(
    app: Flask, client: Browser, invited: Identity, session: Session
) -> None:
    link = invitation(app, invited)
    session.execute(update(Person).values(session_key="another"))
    session.commit()
    assert client.get(link).status_code == 410


@pytest.mark.parametrize("token", ["x", "WzEsImsiXQ.forged", "e30.x"])
def test_an_invitation_that_was_not_made_here_is_worth_nothing(client: Browser, invited: Identity, token: str) -> None:
    assert client.get(f"/account/invitation/{token}").status_code == 410


@pytest.mark.parametrize("password", ["short", "anna@example.org"])
def test_an_invited_person_needs_a_password_that_holds(
    app: Flask, client: Browser, invited: Identity, session: Session, password: str
) -> None:
    assert client.post(invitation(app, invited), data=CHOICE | {"password": password}).status_code == 422
    assert session.scalars(select(Person.password_hash)).one() is None


def test_what_a_guest_did_joins_the_invited_account(
    app: Flask, guest_client: Browser, guest: Identity, invited: Identity, session: Session
) -> None:
    session.add(Progress(person_id=guest.id, course="c", lesson="l", opened_at=START, seen_at=START))
    session.commit()
    guest_client.post(invitation(app, invited), data=CHOICE)
    session.rollback()
    assert session.scalars(select(Progress.person_id)).one() == invited.id
    assert session.get(Person, guest.id) is None
