"""Checks in lessons: answered in place, kept, tried again."""

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.models import Answer, Attempt, Person
from app.services.people import Identity
from courseware.course import Course
from tests.app.learn.forms import Form, text_of
from tests.browsing import Browser
from tests.conftest import As

LESSON = "/courses/knots/lessons/ropes"
CHECK = f"{LESSON}/checks/ropes-check"


def answer(client: Browser, label: str, item: str = "rope-part", path: str = LESSON) -> str:
    """Answer a check without JavaScript and return the page that follows."""
    reply = Form(client.get(path).text, f"/{item}").tick(label).press(client, "Check the answer")
    assert (reply.status_code, reply.location) == (302, f"{LESSON}#q-{item}")
    return text_of(client.get(LESSON).text)


def test_an_answer_is_graded_in_its_place_with_feedback(client: Browser) -> None:
    text = answer(client, "The standing part")
    for words in (
        "Wrong",
        "That part carries the load.",
        "It is the end that works.",
        "The working end is the one that moves while you tie.",
        "Read the passage that teaches this",
        "Try again",
    ):
        assert words in text


def test_a_right_answer_is_right(client: Browser) -> None:
    assert "Right 1 of 1 point" in answer(client, "The working end")


def test_an_answer_makes_a_guest_and_is_kept(session: Session, client: Browser) -> None:
    answer(client, "The working end")
    assert session.scalar(select(func.count()).select_from(Person)) == 1
    assert "Right 1 of 1 point" in text_of(client.get(LESSON).text)


def test_trying_again_opens_the_question_and_keeps_the_old_answer_until_then(session: Session, client: Browser) -> None:
    answer(client, "The standing part")
    again = f"{LESSON}?again=rope-part"
    assert "That part carries the load." not in text_of(client.get(again).text)
    assert "That part carries the load." in text_of(client.get(LESSON).text)
    assert "Right 1 of 1 point" in answer(client, "The working end", path=again)
    kept = session.scalars(select(Answer)).one()
    assert (kept.tries, kept.score) == (2, 1)


def test_answers_to_one_check_share_an_attempt(session: Session, client: Browser) -> None:
    answer(client, "The working end")
    answer(client, "True", "rope-weaker")
    assert session.scalar(select(func.count()).select_from(Attempt)) == 1
    assert session.scalar(select(func.count()).select_from(Answer)) == 2


def test_a_script_gets_the_question_alone(client: Browser, knots: Course) -> None:
    form = Form(client.get(LESSON).text, "/rope-part").tick("The standing part")
    fields = dict(form.form.form_values())
    reply = client.post(f"{CHECK}/rope-part", data=fields, headers={"Accept": "text/html; fragment"}, lint=False)
    assert reply.status_code == 200
    assert "<html" not in reply.text
    assert "That part carries the load." in reply.text
    assert "<cw-check" in reply.text


@pytest.mark.parametrize("headers", [{}, {"Accept": "text/html; fragment"}])
@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({}, "Answer the question first."),
        ({"rope-part.answer": "no-such-key"}, "The answer names an option that this question does not have."),
    ],
)
def test_what_cant_be_graded_is_said_at_the_question_and_makes_nobody_a_guest(
    session: Session, client: Browser, fields: dict[str, str], message: str, headers: dict[str, str]
) -> None:
    reply = client.post(f"{CHECK}/rope-part", data=fields, headers=headers, lint=not headers)
    assert reply.status_code == 422
    assert message in reply.text
    assert "It is the end that works." not in reply.text
    assert session.scalar(select(func.count()).select_from(Person)) == 0


def test_junk_after_an_answer_leaves_the_answer(session: Session, client: Browser) -> None:
    answer(client, "The working end")
    client.post(f"{CHECK}/rope-part", data={"rope-part.answer": "junk"})
    assert session.scalars(select(Answer.score)).one() == 1


@pytest.mark.parametrize(
    "path",
    [
        f"{CHECK}/loop-slips",
        f"{LESSON}/checks/tying/loop-slips",
        f"{LESSON}/checks/nothing/rope-part",
        "/courses/knots/lessons/tying/checks/ropes-check/rope-part",
    ],
)
def test_only_what_a_lesson_asks_is_answered_in_it(session: Session, client: Browser, path: str) -> None:
    assert client.post(path, data={"loop-slips.answer": "x"}).status_code == 404
    assert session.scalar(select(func.count()).select_from(Person)) == 0


def test_a_check_has_no_attempt_pages(session: Session, as_: As, learner: Identity) -> None:
    browser = as_(learner)
    answer(browser, "The working end")
    attempt_id = session.scalars(select(Attempt.id)).one()
    for path in ("", "/review", "/result"):
        assert browser.get(f"/attempts/{attempt_id}{path}").status_code == 404
    assert browser.post(f"/attempts/{attempt_id}/submit").status_code == 404
    assert "No attempts yet" in text_of(browser.get("/my/attempts").text)


def test_an_answer_to_an_item_that_changed_is_open_again(session: Session, client: Browser) -> None:
    answer(client, "The working end")
    session.scalars(select(Answer)).one().response = {"answer": ["a key of before"]}
    session.commit()
    assert "Right 1 of 1 point" not in text_of(client.get(LESSON).text)
    assert "Right 1 of 1 point" in answer(client, "The working end")


def test_two_first_answers_sent_at_once_are_the_same_guests(session: Session, client: Browser, as_: As) -> None:
    client.get(LESSON)
    other = as_(None)
    with client.session_transaction() as known, other.session_transaction() as copied:
        known.setdefault("csrf_token", "a token of both")
        copied.update(known)
    first, second = Form(client.get(LESSON).text, "/rope-part"), Form(other.get(LESSON).text, "/rope-weaker")
    first.tick("The working end").press(client, "Check the answer")
    second.tick("True").press(other, "Check the answer")
    assert session.scalar(select(func.count()).select_from(Person)) == 1
    assert session.scalar(select(func.count()).select_from(Answer)) == 2
