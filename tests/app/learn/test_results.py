"""The result of an attempt, and the record of them all."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import msgspec
import pytest
from flask import Flask
from lxml import html
from sqlalchemy import update
from sqlalchemy.orm import Session

from app.library import KEY
from app.models import Attempt, AttemptState
from app.services.attempts.submitting import submit_attempt
from app.services.people import Identity
from courseware.course import Course
from quizzes.quiz import Quiz
from tests.app.learn.attempting import RIGHT, begin, response, right_answer, save
from tests.app.learn.conftest import Counting
from tests.app.learn.forms import text_of, words
from tests.browsing import Browser
from tests.conftest import START, As

FEEDBACK = "It needs a post to go around."
KEY_FEEDBACK = "A loop of fixed size."
EXPLANATION = "The bowline is a loop, the clove hitch holds on to a post."
SetPolicy = Callable[..., Course]
WRONG_LOOP: dict[str, object] = {"which-loop": ["The [clove hitch]{.hitch}"]}


@pytest.fixture
def browser(as_: As, learner: Identity) -> Browser:
    """The learner's browser."""
    return as_(learner)


def take(
    session: Session, course: Course, quiz: Quiz, person: Identity, said: dict[str, object] | None = None, hour: int = 0
) -> int:
    """Take a quiz and submit it; every answer is right unless something else is said. Return the attempt's id."""
    attempt_id = begin(session, course, quiz, person, seed=str(hour))
    items = {item.id: item for item in quiz.items}
    for item_id, item in items.items():
        if said is None:
            save(session, person, attempt_id, item_id, right_answer(item))
        elif item_id in said:
            save(session, person, attempt_id, item_id, response(item, said[item_id]))
    submit_attempt(session, attempt_id, person.id, quiz.settings.pass_percent, now=START + timedelta(hours=hour))
    session.commit()
    return attempt_id


@pytest.fixture
def policy(app: Flask, knots: Course, monkeypatch: pytest.MonkeyPatch) -> SetPolicy:
    """Give the quiz “tying” another setting for as long as a test lasts."""

    def set_policy(**changes: object) -> Course:
        library = app.extensions[KEY]
        quiz = knots.bank.quizzes["tying"]
        changed = replace(quiz, settings=msgspec.structs.replace(quiz.settings, **changes))
        course = replace(knots, bank=replace(knots.bank, quizzes={**knots.bank.quizzes, "tying": changed}))
        monkeypatch.setitem(app.extensions, KEY, replace(library, courses={**library.courses, "knots": course}))
        return course

    return set_policy


def test_a_full_result_says_marks_and_that_it_is_passed(
    session: Session, browser: Browser, learner: Identity, knots: Course, tying: Quiz
) -> None:
    attempt_id = take(session, knots, tying, learner)
    text = text_of(browser.get(f"/attempts/{attempt_id}/result").text)
    for phrase in ("of 13 points", "100%", "60% to pass", "Passed", "12 of 12 answered", "this one"):
        assert phrase in text
    assert "Not passed" not in text


def test_a_result_shows_each_answer_with_feedback_explanation_and_passage(
    session: Session, browser: Browser, learner: Identity, knots: Course, tying: Quiz
) -> None:
    attempt_id = take(session, knots, tying, learner, WRONG_LOOP)
    page = browser.get(f"/attempts/{attempt_id}/result").text
    text = text_of(page)
    for phrase in (FEEDBACK, KEY_FEEDBACK, EXPLANATION, "Not passed", "1 of 12 answered"):
        assert phrase in text
    assert 'href="/courses/knots/lessons/tying#table"' in page
    # What was not answered shows what was right, too.
    assert "It goes back the way it came." in text


def test_what_was_not_passed_says_what_to_read_again_and_offers_another_try(
    session: Session, browser: Browser, learner: Identity, knots: Course, tying: Quiz
) -> None:
    attempt_id = take(session, knots, tying, learner, {"loop-slips": RIGHT["loop-slips"]})
    page = html.fromstring(browser.get(f"/attempts/{attempt_id}/result").text)
    readings = [(words(link), link.get("href")) for link in page.xpath("//*[@aria-labelledby='readings']//a")]
    assert readings == [
        ("The parts of a rope: Names", "/courses/knots/lessons/ropes#names"),
        ("The parts of a rope: What a knot costs", "/courses/knots/lessons/ropes#strength"),
        ("A loop that holds", "/courses/knots/lessons/tying#bowline"),
        ("Side by side", "/courses/knots/lessons/tying#table"),
    ]
    assert "1 attempt is left." in text_of(browser.get(f"/attempts/{attempt_id}/result").text)
    assert [words(link) for link in page.xpath("//div[@class='bar'][1]//a[@class='btn go']")] == ["Try again →"]


def test_what_was_passed_leads_on(
    session: Session, browser: Browser, learner: Identity, knots: Course, tying: Quiz
) -> None:
    attempt_id = take(session, knots, tying, learner)
    page = html.fromstring(browser.get(f"/attempts/{attempt_id}/result").text)
    assert not page.xpath("//*[@aria-labelledby='readings']")
    assert [words(link) for link in page.xpath("//div[@class='bar'][1]//a[@class='btn go']")] == ["The course →"]


@pytest.mark.parametrize(
    ("review", "attempts", "shown"),
    [("after-submit", 2, True), ("after-last", 2, False), ("after-last", 1, True), ("marks-only", 1, False)],
)
def test_keys_and_feedback_are_shown_when_the_quiz_says(
    session: Session, learner: Identity, as_: As, policy: SetPolicy, review: str, attempts: int, shown: bool
) -> None:
    course = policy(review=review, attempts=attempts)
    attempt_id = take(session, course, course.bank.quizzes["tying"], learner, WRONG_LOOP)
    page = as_(learner).get(f"/attempts/{attempt_id}/result").text
    for phrase in (FEEDBACK, KEY_FEEDBACK, EXPLANATION, "#table"):
        assert (phrase in page) is shown
    assert "0 of 1 point" in text_of(page)


def test_full_marks_end_the_waiting_for_the_last_attempt(
    session: Session, browser: Browser, learner: Identity, knots: Course, tying: Quiz, policy: SetPolicy
) -> None:
    policy(review="after-last", attempts=5)
    first = take(session, knots, tying, learner, WRONG_LOOP)
    url = f"/attempts/{first}/result"
    assert FEEDBACK not in browser.get(url).text
    assert "is shown once no attempt is left, or when all points are earned" in text_of(browser.get(url).text)
    take(session, knots, tying, learner, hour=1)
    assert FEEDBACK in browser.get(url).text


def test_the_result_says_which_attempt_counts(
    session: Session, browser: Browser, learner: Identity, knots: Course, tying: Quiz
) -> None:
    best = take(session, knots, tying, learner)
    worse = take(session, knots, tying, learner, WRONG_LOOP, hour=1)
    assert "What counts is your best attempt: this one." in text_of(browser.get(f"/attempts/{best}/result").text)
    assert "What counts is your best attempt: attempt 1." in text_of(browser.get(f"/attempts/{worse}/result").text)
    text = text_of(browser.get("/courses/knots/quizzes/tying").text)
    assert "2 of 2 used, 0 left" in text
    assert "Attempt 2" in text


def test_the_mean_counts_where_the_quiz_says(
    session: Session, browser: Browser, learner: Identity, knots: Course, tying: Quiz, policy: SetPolicy
) -> None:
    policy(counts="mean")
    take(session, knots, tying, learner)
    attempt_id = take(session, knots, tying, learner, {}, hour=1)
    assert "The mean of your attempts counts: 50%." in text_of(browser.get(f"/attempts/{attempt_id}/result").text)


def test_an_attempt_set_aside_is_shown_but_does_not_count(
    session: Session, browser: Browser, learner: Identity, knots: Course, tying: Quiz
) -> None:
    attempt_id = begin(session, knots, tying, learner)
    session.execute(update(Attempt).values(state=AttemptState.SET_ASIDE))
    session.commit()
    text = text_of(browser.get(f"/attempts/{attempt_id}/result").text)
    assert "It was set aside: it is kept, but not marked, and does not count." in text
    assert KEY_FEEDBACK not in text
    assert "Set aside" in text_of(browser.get("/my/attempts").text)
    assert "0 of 2 used, 2 left" in text_of(browser.get("/courses/knots/quizzes/tying").text)


def test_a_result_takes_as_many_queries_for_many_attempts_as_for_one(
    session: Session, browser: Browser, learner: Identity, knots: Course, statements: Counting
) -> None:
    counted = []
    for hour in range(2):
        attempt_id = take(session, knots, knots.bank.quizzes["final"], learner, {}, hour=hour)
        with statements() as sent:
            browser.get(f"/attempts/{attempt_id}/result")
        counted.append(len(sent))
    assert counted == [5, 5]  # the person, the attempt, its answers, and the standing in two


def test_the_record_lists_every_attempt_newest_first_in_two_queries(
    session: Session, browser: Browser, learner: Identity, knots: Course, tying: Quiz, statements: Counting
) -> None:
    take(session, knots, tying, learner)
    final = begin(session, knots, knots.bank.quizzes["final"], learner)
    session.execute(update(Attempt).where(Attempt.id == final).values(started_at=START + timedelta(hours=2)))
    session.commit()
    with statements() as sent:
        page = browser.get("/my/attempts").text
    assert len(sent) == 2
    text = text_of(page)
    assert text.index("Final") < text.index("Tying")
    assert "13 of 13 points" in text
    assert "Passed" in text
    assert f'href="/attempts/{final}"' in page


def test_the_record_is_paged(session: Session, browser: Browser, learner: Identity, knots: Course) -> None:
    final = knots.bank.quizzes["final"]
    for hour in range(51):
        take(session, knots, final, learner, {}, hour=hour)
    first = browser.get("/my/attempts").text
    assert "Older" in text_of(first)
    assert "Newer" not in text_of(first)
    second = text_of(browser.get("/my/attempts?page=2").text)
    assert "Newer" in second
    assert "Older" not in second
    assert second.count("Final, attempt") == 1
    assert browser.get("/my/attempts?page=junk").status_code == 200
    assert browser.get("/my/attempts?page=99999999999999999999").status_code == 200


def test_an_attempt_at_a_quiz_that_is_gone_stays_in_the_record(
    session: Session, browser: Browser, learner: Identity, knots: Course, tying: Quiz
) -> None:
    attempt_id = take(session, knots, tying, learner)
    session.execute(update(Attempt).values(quiz="retired", course="macrame"))
    session.commit()
    assert "retired" in text_of(browser.get("/my/attempts").text)
    reply = browser.get(f"/attempts/{attempt_id}/result")
    assert reply.status_code == 404
    assert "The quiz of this attempt is no longer offered." in text_of(reply.text)
