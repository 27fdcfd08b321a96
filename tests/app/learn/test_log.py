"""Each change of state leaves a line in the log, with ids and without answers."""

import json
import logging

import pytest
from sqlalchemy.orm import Session

from app.log import JsonLines
from app.models import Cohort
from app.services.people import Identity
from courseware.course import Course
from tests.app.learn.forms import Form
from tests.conftest import START, As

LESSON = "/courses/knots/lessons/ropes"


def test_what_a_learner_does_is_logged_without_what_they_answer(
    session: Session, as_: As, learner: Identity, knots: Course, caplog: pytest.LogCaptureFixture
) -> None:
    session.add(Cohort(course="knots", name="Autumn", join_code="a-secret-code", created_at=START))
    session.commit()
    browser = as_(learner)
    with caplog.at_level(logging.DEBUG, logger="coursewright"):
        Form(browser.get(LESSON).text, "/rope-part").tick("The standing part").press(browser, "Check the answer")
        browser.post(f"{LESSON}/read")
        attempt = browser.post("/courses/knots/quizzes/tying").location
        browser.post(f"{attempt}/answers/part-word", data={"answer": "a thing nobody else says", "seq": "1"})
        browser.post(f"{attempt}/submit")
        browser.post(f"{attempt}/submit")
        browser.post("/join/a-secret-code")
    records = [record for record in caplog.records if record.name == "coursewright"]
    assert [(record.levelname, record.getMessage()) for record in records] == [
        ("INFO", "check.answered"),
        ("INFO", "lesson.read"),
        ("INFO", "attempt.begun"),
        ("DEBUG", "answer.saved"),
        ("INFO", "attempt.submitted"),
        ("INFO", "enrolment.made"),
    ]
    lines = "\n".join(JsonLines().format(record) for record in records)
    option = knots.bank.quizzes["ropes-check"].items[0].parts[0].interaction.options[1]  # type: ignore[union-attr]
    for secret in ("a thing nobody else says", "a-secret-code", "lena@example.org", option.key):
        assert secret not in lines
    submitted = json.loads(JsonLines().format(records[4]))
    assert (submitted["person"], submitted["quiz"], submitted["passed"]) == (learner.id, "tying", False)


def test_saves_are_not_logged_in_everyday_logs(as_: As, learner: Identity, caplog: pytest.LogCaptureFixture) -> None:
    browser = as_(learner)
    with caplog.at_level(logging.INFO, logger="coursewright"):
        attempt = browser.post("/courses/knots/quizzes/tying").location
        browser.post(f"{attempt}/answers/part-word", data={"answer": "x", "seq": "1"})
    assert "answer.saved" not in caplog.messages
