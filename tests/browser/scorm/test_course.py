"""A whole course in a learning system: read, checked, quizzed, resumed, and told as done only when it is."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Frame, expect

from tests.browser.pages import axe_faults, chromium, overflow_px
from tests.browser.scorm.lms import Lms, learning_system
from tests.browser.scorm.samples import answer_everything, begin, course_files, pause, submit
from tests.browser.scorm.test_visits import kept
from tests.browsing import check_page

LIMIT_12 = 4096
PLACES = {
    "#/": "Two knots",
    "#/lesson/ropes": "The parts of a rope",
    "#/lesson/tying": "Tying them",
    "#/quiz/tying": "Tying",
}
# What is shown; lessons lie in templates until they are.
SHOWN = """() => {
  const page = document.documentElement.cloneNode(true);
  for (const template of page.querySelectorAll("template")) template.remove();
  return page.outerHTML;
}"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as opened:
        yield opened


@pytest.fixture(params=["1.2", "2004"])
def lms(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Lms]:
    with learning_system(browser, request.param, course_files(request.param)) as opened:
        yield opened
        assert opened.faults == []


def told(lms: Lms) -> tuple[str, str]:
    """Return whether the course is done and whether it is passed, in the words of the version."""
    model = lms.model()
    if lms.version == "1.2":
        return model["core"]["lesson_status"], model["core"]["lesson_status"]
    return model["completion_status"], model["success_status"]


def read_first_lesson(frame: Frame) -> None:
    frame.get_by_role("link", name="Start: ").click()
    expect(frame.get_by_role("heading", level=1)).to_have_text("The parts of a rope")
    frame.locator(".check .card").first.get_by_label("The working end").check()
    frame.locator(".check .card").first.get_by_role("button", name="Check").click()
    expect(frame.locator(".check .card").first.locator(".result")).to_contain_text("1 of 1 point")
    frame.get_by_role("button", name="Mark as read and go on").click()
    expect(frame.get_by_role("heading", level=1)).to_have_text("Tying them")


def test_a_course_is_read_left_and_gone_on_with(lms: Lms) -> None:
    frame = lms.open()
    read_first_lesson(frame)
    assert told(lms)[0] == "incomplete"
    pause(frame)
    before = kept(lms)
    frame = lms.open(before)
    expect(frame.get_by_role("heading", level=1)).to_have_text("Tying them")
    frame.evaluate("location.hash = '#/'")
    expect(frame.locator(".lessons-list .tag.good").first).to_have_text("Read")
    frame.evaluate("location.hash = '#/lesson/ropes'")
    expect(frame.locator(".check .card").first.locator(".result")).to_contain_text("1 of 1 point")


def test_a_course_is_done_when_all_is_read_and_every_quiz_submitted(lms: Lms) -> None:
    frame = lms.open()
    read_first_lesson(frame)
    frame.get_by_role("button", name="Mark as read and go on").click()
    for number in range(2):
        assert told(lms)[0] == "incomplete", number
        begin(frame)
        answer_everything(frame)
        submit(frame)
        expect(frame.get_by_role("heading", level=1)).to_contain_text("Result: ")
        frame.get_by_role("link", name="→").last.click()
    expect(frame.get_by_text("Every lesson is read and every quiz is submitted.")).to_be_visible()
    assert told(lms) == (("failed", "failed") if lms.version == "1.2" else ("completed", "failed"))
    assert lms.content_faults(frame) == []


def test_our_course_fits_the_room_of_scorm_12_with_every_quiz_answered(browser: Browser) -> None:
    with learning_system(browser, "1.2", course_files("1.2", "deep-learning-frameworks")) as lms:
        frame = lms.open()
        for slug in ("deep-learning", "keras", "final"):
            frame.evaluate("slug => { location.hash = `#/quiz/${slug}`; }", slug)
            begin(frame)
            answer_everything(frame)
            if slug != "final":
                submit(frame)
        pause(frame)
        assert 200 < len(lms.model()["suspend_data"]) <= LIMIT_12
        expect(frame.locator("#saved")).to_contain_text("Saved at")
        assert lms.content_faults(frame) == []


@pytest.mark.parametrize(("width", "scheme"), [(1360, "light"), (360, "dark")])
def test_the_pages_of_a_course_are_accessible(browser: Browser, width: int, scheme: str) -> None:
    with learning_system(browser, "1.2", course_files("1.2")) as lms:
        lms.page.set_viewport_size({"width": width, "height": 800})
        lms.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # "light" or "dark"
        page = lms.open_alone()
        for place, heading in PLACES.items():
            page.evaluate("place => { location.hash = place; }", place)
            expect(page.get_by_role("heading", level=1)).to_have_text(heading)
            check_page(page.evaluate(SHOWN))
            assert (place, axe_faults(page), overflow_px(page)) == (place, [], 0)
        assert lms.faults == []
