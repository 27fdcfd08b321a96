"""What the pages of a quiz, of a learner and of an attempt show to who teaches."""

from fractions import Fraction

import pytest
from lxml import html
from sqlalchemy.orm import Session

from app.services.people import Identity
from tests.app.teach.conftest import Stage
from tests.app.teach.shown import text_of
from tests.app.teach.staging import tries
from tests.browsing import Browser
from tests.conftest import As


@pytest.fixture
def browser(as_: As, instructor: Identity) -> Browser:
    return as_(instructor)


def test_the_page_of_a_quiz_says_how_often_each_answer_was_given(browser: Browser, stage: Stage) -> None:
    page = browser.get(f"{stage.home}/quizzes/tying").text
    assert "Each learner’s first submitted attempt is counted" in page
    assert "Every submitted attempt is counted" in browser.get(f"{stage.home}/quizzes/tying?attempts=all").text
    names = text_of(page, "//details[@class='card']/summary/h3")
    assert len(names) == 12
    shares = text_of(page, "//div[@id='item-which-loop']//li")
    assert shares[0] == "right The bowline 1 (100%)"
    assert shares[1] == "The clove hitch 0 (0%)"
    assert shares[2].startswith("Neither Shows the belief: ")
    assert shares[2].endswith(" 0 (0%)")


def test_the_page_of_a_learner_leads_to_each_attempt_with_its_keys(browser: Browser, stage: Stage) -> None:
    page = browser.get(f"{stage.home}/learners/{stage.learner}").text
    link = html.fromstring(page).xpath("//a[contains(., 'Tying, attempt 1')]/@href")[0]
    attempt = browser.get(link).text
    assert "The bowline is a loop, the clove hitch holds on to a post." in attempt
    assert "Chosen" in attempt
    assert "Your answer" not in attempt


def test_an_instructor_sees_the_keys_of_a_quiz_that_shows_learners_marks_only(
    browser: Browser, stage: Stage, session: Session
) -> None:
    attempt = tries(session, stage.learner, "final", earned=Fraction(1))
    assert browser.get(f"{stage.home}/learners/{stage.learner}/attempts/{attempt}").status_code == 200


def test_an_open_attempt_is_shown_as_one_that_can_still_change(
    browser: Browser, stage: Stage, session: Session
) -> None:
    attempt = tries(session, stage.learner, "final")
    page = browser.get(f"{stage.home}/learners/{stage.learner}/attempts/{attempt}").text
    assert "This attempt is not submitted." in page
    assert "In progress" in page


def test_a_quizs_page_shows_every_question_with_its_key(browser: Browser) -> None:
    page = browser.get("/teach/quizzes/knots/tying").text
    assert len(html.fromstring(page).xpath("//section[contains(@class, 'preview')]")) == 12
    assert "Strings are repeated." in page
    assert "You missed this" not in page
