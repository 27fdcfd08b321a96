"""A learner's visits to a package: begun, left, closed, resumed and submitted, with a system that works or does not."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Frame, expect

from tests.browser.pages import chromium, overflow_px
from tests.browser.scorm.lms import Lms, learning_system
from tests.browser.scorm.samples import begin, go_to, leave_question, open_step, pause, quiz_files, submit

ELEMENTS = {
    "1.2": ("cmi.suspend_data", "cmi.core.lesson_location"),
    "2004": ("cmi.suspend_data", "cmi.location"),
}
ENTRY = {"1.2": "cmi.core.entry", "2004": "cmi.entry"}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as opened:
        yield opened


@pytest.fixture(params=["1.2", "2004"])
def lms(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Lms]:
    with learning_system(browser, request.param, quiz_files(request.param)) as opened:
        yield opened
        assert opened.faults == []


def kept(lms: Lms) -> dict[str, str]:
    """Return what a system gives back at the next visit."""
    model = lms.model()
    place = model["core"]["lesson_location"] if lms.version == "1.2" else model["location"]
    elements = dict(zip(ELEMENTS[lms.version], (model["suspend_data"], place), strict=True))
    return {**elements, ENTRY[lms.version]: "resume"}


def status(lms: Lms) -> Any:
    model = lms.model()
    if lms.version == "1.2":
        return model["core"]["lesson_status"], model["core"]["score"]["raw"], model["core"]["exit"]
    return model["completion_status"], model["success_status"], model["score"]["raw"], model["exit"]


def answer_some(frame: Frame) -> None:
    """Answer two questions: one right, for 1 of 13 points, and one of two options, for half of 2."""
    go_to(frame, "At which load does it break?")
    frame.get_by_label("Your answer").fill("600")
    go_to(frame, "Which of the two makes a loop?")
    frame.locator(".choice").filter(has_text="Bowline").click()
    open_step(frame, 0)  # of the questions, whose order is drawn, this one may be the last


def test_a_visit_that_was_left_goes_on_where_it_stopped_with_the_same_questions(lms: Lms) -> None:
    frame = lms.open()
    assert status(lms)[0] == "incomplete"
    begin(frame)
    answer_some(frame)
    place = frame.evaluate("location.hash")
    prompt = frame.locator(".question .lead").inner_text()
    pause(frame)
    before = kept(lms)
    assert len(before["cmi.suspend_data"]) < 200
    frame = lms.open(before)
    expect(frame.locator(".question .lead")).to_have_text(prompt)
    assert frame.evaluate("location.hash") == place
    expect(frame.locator(".steps .done")).to_have_count(2)
    submit(frame)
    expect(frame.get_by_role("heading", level=1)).to_have_text("Result: Tying")
    # 2 of 13 points are 15.38 %; 60 % pass.
    expect(frame.locator(".tile").first).to_contain_text("2")
    if lms.version == "1.2":
        assert status(lms) == ("failed", "15.38", "suspend")
    else:
        assert status(lms) == ("completed", "failed", "2", "suspend")
    assert lms.content_faults(frame) == []
    frame = lms.open(kept(lms))
    expect(frame.get_by_role("heading", level=1)).to_have_text("Result: Tying")
    expect(frame.locator(".question")).to_have_count(12)


def test_what_was_just_typed_survives_when_the_page_is_taken_away(lms: Lms) -> None:
    frame = lms.open()
    begin(frame)
    go_to(frame, "At which load does it break?")
    frame.get_by_label("Your answer").fill("597.5")
    lms.page.evaluate("document.querySelector('iframe').remove()")
    assert '"597.5"' in lms.model()["suspend_data"]
    assert lms.page.evaluate(f"window.{lms.api}.isTerminated()")
    frame = lms.open(kept(lms))
    go_to(frame, "At which load does it break?")
    expect(frame.get_by_label("Your answer")).to_have_value("597.5")


def test_what_can_not_be_read_is_asked_again_and_costs_nothing(lms: Lms) -> None:
    frame = lms.open()
    begin(frame)
    go_to(frame, "At which load does it break?")
    field = frame.get_by_label("Your answer")
    field.fill("six hundred")
    leave_question(frame)
    expect(frame.locator(".error")).to_contain_text("“six hundred” is not a number. Write digits, such as 12.5.")
    expect(field).to_be_focused()
    expect(field).to_have_value("six hundred")
    assert "six" not in lms.model()["suspend_data"]
    field.fill("６００")
    submit(frame)
    expect(frame.locator(".tile").first).to_contain_text("1")


def test_attempts_are_counted_over_visits_and_the_best_one_is_told(lms: Lms) -> None:
    frame = lms.open()
    begin(frame)
    answer_some(frame)
    submit(frame)
    first = status(lms)
    frame = lms.open(kept(lms))
    frame.get_by_role("button", name="Try again").click()
    submit(frame)
    expect(frame.locator(".counts-line")).to_contain_text("What counts is the best attempt: 15%.")
    assert status(lms) == first
    expect(frame.get_by_role("button", name="Try again")).to_have_count(0)  # two attempts are allowed
    ids = {line["id"] for line in lms.model()["interactions"].values()}
    assert {"tying.breaking-load.2"} <= ids


def test_a_quiz_is_answered_and_submitted_by_keyboard_alone(lms: Lms) -> None:
    frame = lms.open()
    frame.get_by_role("button", name="Begin").focus()
    lms.page.keyboard.press("Enter")
    expect(frame.locator(".question > .lead")).to_be_focused()
    go_to(frame, "Which of the two makes a loop?")
    frame.get_by_role("radio").first.focus()
    lms.page.keyboard.press("Space")
    go_to(frame, "Put the steps of the bowline in order")
    frame.get_by_role("button", name="Move down").first.focus()
    lms.page.keyboard.press("Enter")
    lms.page.keyboard.press("ArrowDown")
    go_to(frame, "At which load does it break?")
    frame.get_by_label("Your answer").focus()
    lms.page.keyboard.type("600")
    lms.page.keyboard.press("Enter")
    frame.evaluate("location.hash = '#/quiz/tying/review'")
    expect(frame.locator(".review-list .tag.good")).to_have_count(3)
    frame.get_by_role("button", name="Submit").focus()
    lms.page.keyboard.press("Enter")
    expect(frame.get_by_role("heading", level=1)).to_have_text("Result: Tying")


def test_without_a_system_the_page_says_so_and_still_works(browser: Browser) -> None:
    for version in ("1.2", "2004"):
        with learning_system(browser, version, quiz_files(version)) as lms:
            lms.page.goto("http://lms.test/sco/index.html")
            expect(lms.page.locator("#saved")).to_contain_text("No learning system was found.")
            begin(lms.page)
            submit(lms.page)
            expect(lms.page.get_by_role("heading", level=1)).to_have_text("Result: Tying")
            assert overflow_px(lms.page) == 0
            assert lms.faults == []


BROKEN = {
    "refuses to begin": "() => 'false'",
    "throws at everything": "() => { throw new Error('gone'); }",
    "keeps nothing": "(name) => (/Init/.test(name) ? 'true' : /Set|Commit|Finish|Term/.test(name) ? 'false' : '')",
    "answers with nothing": "() => undefined",
    "loses the connection": "(name) => { if (/Init/.test(name)) return true; throw new Error('offline'); }",
}


@pytest.mark.parametrize("answer", BROKEN.values(), ids=BROKEN)
@pytest.mark.parametrize("version", ["1.2", "2004"])
def test_a_system_that_fails_costs_a_learner_nothing_but_what_it_would_have_kept(
    browser: Browser, version: str, answer: str
) -> None:
    with learning_system(browser, version, quiz_files(version)) as lms:
        lms.open_alone(answer)
        expect(lms.page.locator("#saved.failed")).not_to_be_empty()
        begin(lms.page)
        submit(lms.page)
        expect(lms.page.get_by_role("heading", level=1)).to_have_text("Result: Tying")
        assert lms.faults == []
