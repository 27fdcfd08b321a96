"""The saved answer over HTTP: what a script sends as answers are given."""

from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import update
from sqlalchemy.orm import Session

from app.models import Answer, EndedSession, Person
from app.services.attempts.saving import milliseconds
from app.services.attempts.served import ServedItems
from app.services.attempts.submitting import submit_attempt
from app.services.people import Identity
from app.web.learn.blueprint import SERVED
from courseware.course import Course
from quizzes.quiz import Quiz
from quizzes.responses import JSON
from tests.app.learn.attempting import begin
from tests.app.learn.conftest import Counting
from tests.browsing import Browser, TestResponse
from tests.conftest import START, As, Clock

NOW = milliseconds(START)


@pytest.fixture
def attempt_id(session: Session, knots: Course, tying: Quiz, learner: Identity) -> int:
    """An open attempt of the learner's at “tying”."""
    return begin(session, knots, tying, learner)


@pytest.fixture
def browser(as_: As, learner: Identity) -> Browser:
    """The learner's browser."""
    return as_(learner)


def send(browser: Browser, attempt_id: int, item: str, fields: dict[str, str], csrf: bool = True) -> TestResponse:
    """Save an answer as the page's script does."""
    url = f"/attempts/{attempt_id}/answers/{item}"
    return browser.post(url, data=fields, headers={"Accept": "application/json"}, csrf=csrf)


def stored(session: Session, attempt_id: int, item: str = "part-word") -> JSON:
    session.expire_all()
    return session.get_one(Answer, (attempt_id, item)).response


def test_a_saved_answer_is_acknowledged_with_its_time(session: Session, browser: Browser, attempt_id: int) -> None:
    reply = send(browser, attempt_id, "part-word", {"answer": "rope", "seq": str(NOW)})
    assert (reply.status_code, reply.json) == (
        200,
        {"saved": True, "at": "2026-11-22T09:00:00+00:00", "superseded": False},
    )
    assert stored(session, attempt_id) == {"answer": "rope"}


def test_a_repeat_keeps_the_time_of_the_first(browser: Browser, attempt_id: int, clock: Clock) -> None:
    send(browser, attempt_id, "part-word", {"answer": "rope", "seq": str(NOW)})
    clock.advance(minutes=5)
    reply = send(browser, attempt_id, "part-word", {"answer": "rope", "seq": str(NOW)})
    assert reply.json == {"saved": True, "at": "2026-11-22T09:00:00+00:00", "superseded": False}


def test_a_late_answer_is_told_that_a_newer_one_stays(session: Session, browser: Browser, attempt_id: int) -> None:
    send(browser, attempt_id, "part-word", {"answer": "newer", "seq": str(NOW + 1)})
    reply = send(browser, attempt_id, "part-word", {"answer": "older", "seq": str(NOW)})
    assert reply.json
    assert reply.json["superseded"]
    assert stored(session, attempt_id) == {"answer": "newer"}


@pytest.mark.parametrize("sequence", ["", "soon", "-5", "1e9", "9" * 400, "²"])
def test_a_sequence_that_is_no_number_is_taken_as_now(
    session: Session, browser: Browser, attempt_id: int, sequence: str
) -> None:
    reply = send(browser, attempt_id, "part-word", {"answer": "rope", "seq": sequence})
    assert reply.status_code == 200
    assert session.get_one(Answer, (attempt_id, "part-word")).sequence == NOW


def test_an_unreadable_answer_is_refused_with_what_to_write(
    session: Session, browser: Browser, attempt_id: int
) -> None:
    send(browser, attempt_id, "breaking-load", {"answer": "600", "seq": str(NOW)})
    reply = send(browser, attempt_id, "breaking-load", {"answer": "many", "seq": str(NOW + 1)})
    assert (reply.status_code, reply.json) == (
        422,
        {"saved": False, "message": "“many” is not a number. Write digits, such as 12.5.", "part": "answer"},
    )
    assert stored(session, attempt_id, "breaking-load") == {"answer": "600"}


def test_after_submitting_nothing_is_saved(
    session: Session, browser: Browser, attempt_id: int, learner: Identity
) -> None:
    submit_attempt(session, attempt_id, learner.id, 60, now=START)
    session.commit()
    reply = send(browser, attempt_id, "part-word", {"answer": "late", "seq": str(NOW)})
    assert (reply.status_code, reply.json) == (
        409,
        {"saved": False, "message": "This attempt was already submitted."},
    )
    assert stored(session, attempt_id) is None


def test_a_stranger_is_told_only_that_it_is_not_theirs(
    session: Session, as_: As, other_learner: Identity, attempt_id: int
) -> None:
    reply = send(as_(other_learner), attempt_id, "part-word", {"answer": "x", "seq": str(NOW)})
    assert reply.status_code == 404
    assert reply.json
    assert "no such question" in reply.json["advice"]
    assert stored(session, attempt_id) is None


@pytest.mark.parametrize("item", ["rope-part", "nothing-like-it", "UPPER", "a%00b"])
def test_an_item_that_was_not_asked_is_not_found(browser: Browser, attempt_id: int, item: str) -> None:
    assert send(browser, attempt_id, item, {"answer": "x", "seq": str(NOW)}).status_code == 404


@pytest.mark.parametrize("unknown", [0, 7_777, 2**31, 9_999_999_999, 10**20])
def test_an_attempt_that_is_not_there_is_not_found(browser: Browser, attempt_id: int, unknown: int) -> None:
    assert send(browser, unknown, "part-word", {"answer": "x", "seq": str(NOW)}).status_code == 404


def test_a_session_that_was_ended_elsewhere_saves_nothing(
    session: Session, browser: Browser, learner: Identity, attempt_id: int
) -> None:
    session.execute(update(Person).where(Person.id == learner.id).values(session_key="another"))
    session.commit()
    assert send(browser, attempt_id, "part-word", {"answer": "x", "seq": str(NOW)}).status_code == 404
    assert stored(session, attempt_id) is None


def test_a_copy_of_a_session_that_was_signed_out_of_saves_nothing(
    session: Session, browser: Browser, attempt_id: int
) -> None:
    with browser.session_transaction() as kept:
        kept["token"] = "this browser"  # noqa: S105 (of nobody)
    send(browser, attempt_id, "part-word", {"answer": "rope", "seq": str(NOW)})
    session.add(EndedSession(token="this browser", ended_at=START))  # noqa: S106 (of nobody)
    session.commit()
    assert send(browser, attempt_id, "part-word", {"answer": "x", "seq": str(NOW + 1)}).status_code == 404
    assert stored(session, attempt_id) == {"answer": "rope"}


def test_whoever_is_signed_out_is_asked_to_sign_in(session: Session, client: Browser, attempt_id: int) -> None:
    reply = send(client, attempt_id, "part-word", {"answer": "x", "seq": str(NOW)})
    assert reply.status_code == 401
    assert stored(session, attempt_id) is None


@pytest.mark.parametrize("sent", ["application/json", "text/plain", ""])
def test_what_is_no_form_is_refused_and_wipes_nothing(
    session: Session, browser: Browser, attempt_id: int, sent: str
) -> None:
    send(browser, attempt_id, "part-word", {"answer": "rope", "seq": str(NOW)})
    url = f"/attempts/{attempt_id}/answers/part-word"
    reply = browser.post(url, data="{}", content_type=sent, headers={"Accept": "application/json"})
    assert reply.status_code == 415
    assert "Nothing was saved." in reply.text
    assert stored(session, attempt_id) == {"answer": "rope"}


def test_an_answer_needs_the_token(session: Session, browser: Browser, attempt_id: int) -> None:
    reply = send(browser, attempt_id, "part-word", {"answer": "x", "seq": str(NOW)}, csrf=False)
    assert reply.status_code == 400
    assert stored(session, attempt_id) is None


def test_a_saved_answer_is_one_statement_once_the_item_is_known(
    app: Flask, browser: Browser, attempt_id: int, statements: Counting
) -> None:
    app.extensions[SERVED] = ServedItems()
    with statements() as first:
        send(browser, attempt_id, "part-word", {"answer": "a", "seq": str(NOW)})
    with statements() as then:
        send(browser, attempt_id, "part-word", {"answer": "b", "seq": str(NOW + 1)})
    assert [statement.split()[0] for statement in first] == ["SELECT", "UPDATE"]
    assert [statement.split()[0] for statement in then] == ["UPDATE"]


def test_the_time_of_a_save_is_in_utc(browser: Browser, attempt_id: int, clock: Clock) -> None:
    clock.at = datetime(2027, 1, 5, 23, 30, tzinfo=UTC) + timedelta(hours=1)
    reply = send(browser, attempt_id, "part-word", {"answer": "x", "seq": "1"})
    assert reply.json
    assert reply.json["at"] == "2027-01-06T00:30:00+00:00"
