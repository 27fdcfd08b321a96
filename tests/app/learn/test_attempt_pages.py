"""An attempt in a browser without JavaScript, and in two tabs."""

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.models import Answer, Attempt, Person
from app.services.attempts.submitting import submit_attempt
from app.services.people import Identity
from courseware.course import Course
from quizzes.quiz import Quiz
from tests.app.learn.attempting import begin, save
from tests.app.learn.forms import Form, text_of, words
from tests.browsing import Browser
from tests.conftest import START, As

QUIZ = "/courses/knots/quizzes/tying"


@pytest.fixture
def attempt_id(session: Session, knots: Course, tying: Quiz, learner: Identity) -> int:
    """An open attempt of the learner's at “tying”."""
    return begin(session, knots, tying, learner)


@pytest.fixture
def browser(as_: As, learner: Identity) -> Browser:
    """The learner's browser."""
    return as_(learner)


def place(session: Session, attempt_id: int, item: str) -> int:
    """Return at which question an item stands."""
    session.expire_all()
    return session.get_one(Answer, (attempt_id, item)).position


def item_at(session: Session, attempt_id: int, position: int) -> str:
    """Return which item is asked at a question."""
    asked = select(Answer.item_id).where(Answer.attempt_id == attempt_id, Answer.position == position)
    return session.scalars(asked).one()


def stored(session: Session, attempt_id: int, item: str) -> object:
    session.expire_all()
    response = session.get_one(Answer, (attempt_id, item)).response
    return response["answer"] if isinstance(response, dict) else response


class Tab:
    """A tab with one question of an attempt open."""

    def __init__(self, browser: Browser, session: Session, attempt_id: int, item: str) -> None:
        self.browser, self.number = browser, place(session, attempt_id, item)
        self.url = f"/attempts/{attempt_id}"
        self.form = Form(browser.get(f"{self.url}?q={self.number}").text, self.url)


def test_the_start_page_says_the_rules(client: Browser) -> None:
    text = text_of(client.get(QUIZ).text)
    for phrase in (
        "12, one a page",
        "13",
        "60% of the points",
        "0 of 2 used, 2 left",
        "your best attempt",
        "marks, and each answer with its explanation",
        "Begin",
    ):
        assert phrase in text


def test_beginning_goes_to_the_first_question(client: Browser) -> None:
    reply = Form(client.get(QUIZ).text, "/quizzes/tying").press(client, "Begin")
    assert reply.status_code == 302
    text = text_of(client.get(reply.location).text)
    assert "Question 1 of 12" in text
    assert "Resume the attempt" in text_of(client.get(QUIZ).text)


def test_a_second_click_on_begin_comes_to_the_same_attempt(session: Session, client: Browser) -> None:
    assert client.post(QUIZ).location == client.post(QUIZ).location
    assert session.scalar(select(func.count()).select_from(Attempt)) == 1


def test_no_attempts_left_says_why(session: Session, browser: Browser, learner: Identity) -> None:
    for _ in range(2):
        attempt_url = browser.post(QUIZ).location
        browser.post(f"{attempt_url}/submit")
    text = text_of(browser.get(QUIZ).text)
    assert "No attempts left" in text
    assert "This quiz allows 2 attempts, and you have used them all." in text
    refused = browser.post(QUIZ)
    assert refused.location == QUIZ
    assert "No attempts are left." in browser.get(QUIZ).text
    assert session.scalar(select(func.count()).select_from(Attempt)) == 2


def test_save_and_continue_saves_and_goes_on(session: Session, browser: Browser, attempt_id: int) -> None:
    tab = Tab(browser, session, attempt_id, "loop-slips")
    reply = tab.form.tick("False").press(browser, "Save and continue" if tab.number < 12 else "Save and review")
    after = f"/attempts/{attempt_id}?q={tab.number + 1}" if tab.number < 12 else f"/attempts/{attempt_id}/review"
    assert reply.location.partition("#")[0] == after
    assert len(stored(session, attempt_id, "loop-slips")) == 1  # type: ignore[arg-type]  # a list of keys
    shown = Form(browser.get(f"{tab.url}?q={tab.number}").text, tab.url)
    assert [words(field.getparent()) for field in shown.form.xpath(".//input[@checked]")] == ["False"]


def test_every_button_of_the_page_saves(session: Session, browser: Browser, attempt_id: int) -> None:
    for text, button in (("one", "Flag for later"), ("two", "Take the flag off"), ("three", "Flag for later")):
        Tab(browser, session, attempt_id, "part-word").form.write(text).press(browser, button)
        assert stored(session, attempt_id, "part-word") == text
    reply = browser.post(f"/attempts/{attempt_id}", data={"q": "1", "go": "9"})
    assert reply.location == f"/attempts/{attempt_id}?q=9#q-{item_at(session, attempt_id, 9)}"
    reply = browser.post(f"/attempts/{attempt_id}", data={"q": "1", "go": "review"})
    assert reply.location == f"/attempts/{attempt_id}/review"
    reply = browser.post(f"/attempts/{attempt_id}", data={"q": "5", "go": "back"})
    assert reply.location == f"/attempts/{attempt_id}?q=4#q-{item_at(session, attempt_id, 4)}"


def test_a_flag_is_shown_in_words_and_taken_off(session: Session, browser: Browser, attempt_id: int) -> None:
    tab = Tab(browser, session, attempt_id, "part-word")
    reply = tab.form.press(browser, "Flag for later")
    assert reply.location == f"/attempts/{attempt_id}?q={tab.number}#flag-part-word"
    assert 'id="flag-part-word"' in browser.get(reply.location).text
    assert f"Question {tab.number}, not answered, flagged" in text_of(browser.get(reply.location).text)
    assert "Flagged" in text_of(browser.get(f"/attempts/{attempt_id}/review").text)
    Tab(browser, session, attempt_id, "part-word").form.press(browser, "Take the flag off")
    assert "flagged" not in text_of(browser.get(f"/attempts/{attempt_id}").text)


def test_a_script_can_flag(
    session: Session, browser: Browser, other_learner: Identity, as_: As, attempt_id: int
) -> None:
    url, json = f"/attempts/{attempt_id}/flags/part-word", {"Accept": "application/json"}
    assert browser.post(url, headers=json).json == {"flagged": True}
    assert browser.post(url, headers=json, data={"flag": "0"}).json == {"flagged": False}
    assert browser.post(url).status_code == 302
    assert as_(other_learner).post(url, headers=json).status_code == 404
    assert browser.post(f"/attempts/{attempt_id}/flags/rope-part", headers=json).status_code == 404


def test_what_cant_be_read_stays_in_its_field_with_a_message_and_the_old_answer_stays_stored(
    session: Session, browser: Browser, attempt_id: int
) -> None:
    Tab(browser, session, attempt_id, "breaking-load").form.write("600").press(browser, "Flag for later")
    tab = Tab(browser, session, attempt_id, "breaking-load")
    reply = tab.form.write("1,000").press(browser, "Take the flag off")
    assert reply.status_code == 422
    page = Form(reply.text, tab.url)
    (field,) = page.form.xpath(".//input[@type='text']")
    assert (field.value, field.get("aria-invalid")) == ("1,000", "true")
    described = " ".join(
        page.page.get_element_by_id(name).text_content() for name in field.get("aria-describedby").split()
    )
    assert "“1,000” can be read in two ways. Write it without the comma." in described
    assert stored(session, attempt_id, "breaking-load") == "600"
    page.write("1000").press(browser, "Flag for later")
    assert stored(session, attempt_id, "breaking-load") == "1000"


def test_an_order_with_a_position_used_twice_is_explained(session: Session, browser: Browser, attempt_id: int) -> None:
    tab = Tab(browser, session, attempt_id, "bowline-order")
    for line in ("Make a small loop", "Pass the end up through it"):
        tab.form.pick(f"Position of: {line}", "1")
    reply = tab.form.press(browser, "Flag for later")
    assert reply.status_code == 422
    assert "Give every line its own position." in text_of(reply.text)
    assert stored(session, attempt_id, "bowline-order") is None


def test_an_untouched_form_leaves_the_answer_of_another_tab(
    session: Session, browser: Browser, attempt_id: int
) -> None:
    stale = Tab(browser, session, attempt_id, "part-word")
    Tab(browser, session, attempt_id, "part-word").form.write("standing part").press(browser, "Flag for later")
    stale.form.press(browser, "Flag for later")
    assert stored(session, attempt_id, "part-word") == "standing part"


def test_of_two_tabs_that_both_answer_the_later_form_wins(session: Session, browser: Browser, attempt_id: int) -> None:
    first, second = (Tab(browser, session, attempt_id, "part-word") for _ in range(2))
    second.form.write("second tab").press(browser, "Flag for later")
    first.form.write("first tab, later").press(browser, "Flag for later")
    assert stored(session, attempt_id, "part-word") == "first tab, later"


def test_a_form_sent_after_submitting_is_told_so_and_changes_nothing(
    session: Session, browser: Browser, learner: Identity, attempt_id: int
) -> None:
    tab = Tab(browser, session, attempt_id, "part-word")
    submit_attempt(session, attempt_id, learner.id, 60, now=START)
    session.commit()
    reply = tab.form.write("too late").press(browser, "Flag for later")
    assert reply.location == f"/attempts/{attempt_id}/result"
    assert "already submitted. What you just sent was not added to it." in browser.get(reply.location).text
    assert stored(session, attempt_id, "part-word") is None


def test_the_review_says_what_is_missing_and_submits(
    session: Session, browser: Browser, learner: Identity, attempt_id: int
) -> None:
    save(session, learner, attempt_id, "part-word", {"answer": "standing part"})
    page = browser.get(f"/attempts/{attempt_id}/review").text
    assert "11 questions are not answered." in text_of(page)
    reply = Form(page, "/submit").press(browser, "Submit the attempt")
    assert reply.location == f"/attempts/{attempt_id}/result"
    assert "1 of 13" in text_of(browser.get(reply.location).text)


def test_a_second_submission_goes_to_the_result_with_a_plain_message(browser: Browser, attempt_id: int) -> None:
    for _ in range(2):
        assert browser.post(f"/attempts/{attempt_id}/submit").location == f"/attempts/{attempt_id}/result"
    assert "This attempt was already submitted. Nothing changed." in browser.get(f"/attempts/{attempt_id}/result").text
    assert browser.get(f"/attempts/{attempt_id}").location == f"/attempts/{attempt_id}/result"
    assert browser.get(f"/attempts/{attempt_id}/review").location == f"/attempts/{attempt_id}/result"


def test_an_open_attempt_has_no_result(browser: Browser, attempt_id: int) -> None:
    assert browser.get(f"/attempts/{attempt_id}/result").location == f"/attempts/{attempt_id}"


@pytest.mark.parametrize("asked", ["0", "13", "-1", "99999999999999999999", "x", ""])
def test_a_question_that_is_not_there_shows_one_that_is(browser: Browser, attempt_id: int, asked: str) -> None:
    assert browser.get(f"/attempts/{attempt_id}?q={asked}").status_code == 200
    assert browser.post(f"/attempts/{attempt_id}", data={"q": asked, "go": asked}).status_code == 302


def test_the_first_question_without_an_answer_is_where_to_go_on(
    session: Session, browser: Browser, learner: Identity, attempt_id: int
) -> None:
    first = session.scalars(select(Answer.item_id).where(Answer.position == 1)).one()
    raw = {"answer": "600"} if first == "breaking-load" else None
    if raw is None:
        session.get_one(Answer, (attempt_id, first)).position = 100
        session.get_one(Answer, (attempt_id, "breaking-load")).position = 1
        session.commit()
    save(session, learner, attempt_id, "breaking-load", {"answer": "600"})
    assert "Question 2 of 12" in text_of(browser.get(f"/attempts/{attempt_id}").text)


@pytest.mark.parametrize("path", ["", "?q=2", "/review", "/result"])
def test_somebody_elses_attempt_is_not_found(as_: As, other_learner: Identity, attempt_id: int, path: str) -> None:
    stranger = as_(other_learner)
    assert stranger.get(f"/attempts/{attempt_id}{path}").status_code == 404


def test_somebody_else_can_neither_save_nor_submit(
    session: Session, as_: As, other_learner: Identity, client: Browser, attempt_id: int
) -> None:
    for stranger in (as_(other_learner), client):
        data = {"q": str(place(session, attempt_id, "part-word")), "part-word.answer": "theirs", "go": "next"}
        assert stranger.post(f"/attempts/{attempt_id}", data=data).status_code == 404
        assert stranger.post(f"/attempts/{attempt_id}/submit").status_code == 404
    assert stored(session, attempt_id, "part-word") is None
    assert session.get_one(Attempt, attempt_id).submitted_at is None


def test_all_on_one_page_saves_each_and_shows_what_cant_be_read(
    session: Session, guest_client: Browser, guest: Identity, knots: Course
) -> None:
    # This seed draws “breaking-load” beside two questions to choose in.
    attempt_id = begin(session, knots, knots.bank.quizzes["final"], guest)
    url = f"/attempts/{attempt_id}"
    page = guest_client.get(url).text
    assert all(f"Question {number} of 3" in text_of(page) for number in (1, 2, 3))
    form = Form(page, url).write("many")
    chosen = {field.name.split(".")[0]: field for field in form.form.xpath(".//input[@type='radio']")}
    assert len(chosen) == 2
    for field in chosen.values():
        field.checked = True
    refused = form.press(guest_client, "Save and review")
    assert refused.status_code == 422
    assert all(stored(session, attempt_id, item) for item in chosen)
    assert stored(session, attempt_id, "breaking-load") is None
    assert "“many” is not a number." in text_of(refused.text)
    reply = Form(refused.text, url).write("600").press(guest_client, "Save and review")
    assert reply.location == f"{url}/review"
    assert stored(session, attempt_id, "breaking-load") == "600"
    assert "Every question is answered." in text_of(guest_client.get(reply.location).text)


def test_a_guest_keeps_an_attempt_across_visits(session: Session, client: Browser) -> None:
    url = client.post(QUIZ).location
    tab = Tab(client, session, int(url.rpartition("/")[2]), "part-word")
    tab.form.write("standing part").press(client, "Flag for later")
    assert session.scalar(select(func.count()).select_from(Person)) == 1
    assert 'value="standing part"' in client.get(f"{url}?q={tab.number}").text


def test_a_form_without_the_question_leaves_its_answer_alone(
    session: Session, browser: Browser, attempt_id: int
) -> None:
    tab = Tab(browser, session, attempt_id, "loop-slips")
    tab.form.tick("False").press(browser, "Save and continue" if tab.number < 12 else "Save and review")
    before = stored(session, attempt_id, "loop-slips")
    assert len(before) == 1  # type: ignore[arg-type]  # a list of keys
    browser.post(f"{tab.url}?q={tab.number}", data={"go": "next"})
    assert stored(session, attempt_id, "loop-slips") == before
