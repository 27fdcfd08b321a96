"""What ends a session, for every copy of its cookie: signing out this one, another password all others."""

from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models import EndedSession
from tests.app.test_accounts import PASSWORD, SIGN_IN, register
from tests.browsing import Browser
from tests.conftest import START, As

COOKIE = "coursewright"


def copy_of(browser: FlaskClient, other: Browser) -> Browser:
    """Return a browser to which the cookie of one was copied."""
    cookie = browser.get_cookie(COOKIE)
    assert cookie is not None
    other.set_cookie(COOKIE, cookie.value)
    return other


def is_signed_in(browser: Browser) -> bool:
    return browser.get("/account").status_code == 200


def test_signing_out_ends_a_copied_cookie_too(client: Browser, as_: As, session: Session) -> None:
    register(client)
    thief = copy_of(client, as_(None))
    assert is_signed_in(thief)
    client.post("/account/sign-out")
    assert not is_signed_in(thief)
    assert not is_signed_in(copy_of(thief, as_(None)))  # nor what the server answered it with
    assert session.scalars(select(EndedSession.ended_at)).all() == [START]


def test_signing_out_here_leaves_other_devices_alone(client: Browser, as_: As) -> None:
    register(client)
    phone = as_(None)
    phone.post("/account/sign-in", data=SIGN_IN)
    client.post("/account/sign-out")
    assert is_signed_in(phone)
    client.post("/account/sign-in", data=SIGN_IN)
    assert is_signed_in(client)


def test_another_password_ends_every_session_but_this(client: Browser, as_: As) -> None:
    register(client)
    phone, thief = as_(None), copy_of(client, as_(None))
    phone.post("/account/sign-in", data=SIGN_IN)
    changed = {"old": PASSWORD, "new": "another horse"}
    assert client.post("/account/password", data=changed).status_code == 302
    assert [is_signed_in(one) for one in (client, phone, thief)] == [True, False, False]


def test_signing_out_twice_is_signing_out_once(client: Browser, as_: As) -> None:
    register(client)
    thief = copy_of(client, as_(None))
    for browser in (client, thief):
        assert browser.post("/account/sign-out").status_code == 302
