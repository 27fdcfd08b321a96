"""The log says what happened and to whom by their ids, and nothing that a reader of it could misuse."""

import json
import logging
from collections.abc import Iterator
from io import StringIO

import pytest
from flask import Flask
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.log import JsonLines, log_event, logger
from app.models import Role
from app.services.appointing import invite
from app.services.people import Identity
from app.tokens import first_instructor_path, invitation_path
from tests.browsing import Browser
from tests.conftest import START, As

PASSWORD, NEW, WRONG = "correct horse", "battery staple", "guessed horse"


@pytest.fixture
def log() -> Iterator[StringIO]:
    """Everything that is logged, by whatever library, as it would be written."""
    written = StringIO()
    lines = logging.StreamHandler(written)
    lines.setFormatter(JsonLines())
    root = logging.getLogger()
    level = root.level
    root.addHandler(lines)
    root.setLevel(logging.DEBUG)
    yield written
    root.removeHandler(lines)
    root.setLevel(level)


def entries(log: StringIO) -> list[dict[str, object]]:
    return [json.loads(line) for line in log.getvalue().splitlines()]


def events(log: StringIO) -> list[object]:
    return [entry["event"] for entry in entries(log) if "logger" not in entry]


def test_a_session_leaves_no_secret_in_the_log(app: Flask, as_: As, session: Session, log: StringIO) -> None:
    invited = invite(session, email="ivo@example.org", name="I.", role=Role.LEARNER, session_key="the key", now=START)
    session.commit()
    assert invited
    with app.test_request_context():
        first, invitation = first_instructor_path(), invitation_path(invited.id, "the key")
    browser = as_(None)
    anna = {"name": "Anna Arndt", "email": "anna@example.org", "password": PASSWORD}
    browser.post("/account/register", data=anna)
    cookie = browser.get_cookie("coursewright")
    browser.post("/account", data={"name": "Anna Berg", "timezone": "UTC"})
    browser.post("/account/password", data={"old": PASSWORD, "new": NEW})
    browser.post("/account/sign-out")
    browser.post("/account/sign-in", data=anna | {"password": WRONG})
    browser.post("/account/sign-in", data=anna | {"password": NEW})
    browser.post(first)
    as_(None).post("/account/register", data=anna)
    as_(None).post(invitation, data={"name": "Ivo", "password": PASSWORD})
    as_(None).post("/account/sign-in", data=anna, csrf=False)
    assert cookie is not None
    secrets = [
        PASSWORD, NEW, WRONG, "anna@", "Arndt", "Berg", "ivo@", "the key", "argon2id", cookie.value,
        first.rsplit("/", 1)[1], invitation.rsplit("/", 1)[1],
    ]  # fmt: skip
    assert [secret for secret in secrets if secret in log.getvalue()] == []
    assert events(log) == [
        "account.made",
        "profile.changed",
        "password.changed",
        "session.ended",
        "session.refused",
        "session.started",
        "instructor.first",
        "account.refused",
        "invitation.accepted",
    ]


def test_a_line_names_the_person_and_the_request(as_: As, learner: Identity, log: StringIO) -> None:
    answer = as_(learner).post("/account", data={"name": "Lena", "timezone": ""})
    line = next(entry for entry in entries(log) if entry["event"] == "profile.changed")
    assert line["person"] == learner.id
    assert line["request"] == answer.headers["X-Request-Id"]
    assert line["level"] == "info"


def test_an_event_is_one_line_with_its_ids(log: StringIO) -> None:
    log_event("attempt.submitted", attempt=7, quiz="two\nlines")
    [line] = entries(log)
    assert line.pop("at")
    assert line == {"level": "info", "event": "attempt.submitted", "attempt": 7, "quiz": "two\nlines"}


def test_what_a_database_refused_is_not_repeated(log: StringIO) -> None:
    try:
        raise IntegrityError("INSERT", {"email": "anna@example.org"}, Exception("Key (email)=(anna@example.org)"))
    except IntegrityError as error:
        logger.error("database.failed", exc_info=error)
    [line] = entries(log)
    assert "anna" not in log.getvalue()
    assert (line["error"], line["event"]) == ("IntegrityError", "database.failed")
    assert "test_log.py" in str(line["where"])


def test_another_failure_is_told_with_its_message(log: StringIO) -> None:
    try:
        raise RuntimeError("the disk is full")
    except RuntimeError as error:
        logger.error("request.failed", exc_info=error)
    [line] = entries(log)
    assert line["message"] == "the disk is full"


def test_reading_is_not_logged(client: Browser, log: StringIO) -> None:
    client.get("/account/sign-in")
    assert events(log) == []
