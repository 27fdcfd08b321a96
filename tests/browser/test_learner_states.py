"""Every page that a learner meets, in every state: axe finds nothing, and nothing is too wide for a phone."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.learning import LESSON, QUIZ, answer, begin, go_to, take
from tests.browser.looking import faults

# Every page is looked at on a phone and on a desk, in light and in dark; which goes with which takes turns.
LOOKS = [[(360, "light"), (1360, "dark")], [(360, "dark"), (1360, "light")]]

States = Iterator[tuple[str, Page]]


@pytest.mark.parametrize("walk", ["reading", "checking", "answering", "submitted"])
def test_no_page_in_any_state_has_a_fault_that_axe_or_a_narrow_window_finds(visit: Open, walk: str) -> None:
    walks = {"reading": reading, "checking": checking, "answering": answering, "submitted": submitted}
    found = {state: faults(page, LOOKS[turn % 2]) for turn, (state, page) in enumerate(walks[walk](visit()))}
    assert {state: listed for state, listed in found.items() if listed} == {}
    assert len(found) >= 5


def reading(page: Page) -> States:
    """Go through the pages as somebody new."""
    for path in ("/", "/my", "/my/attempts", "/courses/knots", LESSON, QUIZ, "/courses/macrame"):
        page.goto(path)
        yield path, page
    page.goto("/courses/deep-learning-frameworks/lessons/key-differences")
    yield "a long lesson", page


def checking(page: Page) -> States:
    """Answer a check in every way, and mark lessons as read."""
    page.goto(LESSON)
    first = page.locator(".check .card").first
    check = first.get_by_role("button", name="Check the answer")
    check.click()
    expect(first.locator(".error")).to_be_visible()
    yield "refused", page
    first.get_by_label("The standing part").check()
    yield "chosen", page
    check.click()
    expect(first.locator(".result")).to_be_visible()
    yield "wrong", page
    first.get_by_role("link", name="Try again").click()
    first.get_by_label("The working end").check()
    check.click()
    expect(first.locator(".result")).to_be_visible()
    yield "right", page
    page.get_by_role("button", name="Mark as read and go on").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Tying them")
    yield "the next lesson", page
    page.goto("/courses/knots")
    yield "the course, begun", page


def answering(page: Page) -> States:
    """Answer questions of an open attempt."""
    begin(page)
    url = page.url
    yield "the first question", page
    for item in ("bowline-order", "which-load", "fill-steps", "wrong-step"):
        go_to(page, item, url)
        answer(page.locator(".question"))
        expect(page.locator("[data-saved]")).to_have_text(re.compile("Saved at"))
        yield item, page
    go_to(page, "breaking-load", url)
    page.get_by_role("textbox").fill("many")
    expect(page.locator(".question .error")).to_be_visible()
    yield "unreadable as typed", page
    page.get_by_role("button", name="Flag for later").click()
    expect(page.get_by_role("button", name="Take the flag off")).to_be_visible()
    yield "unreadable as sent, and flagged", page
    page.goto(f"{url}/review")
    yield "the review", page
    page.goto(QUIZ)
    yield "the quiz, in progress", page


def submitted(page: Page) -> States:
    """Submit attempts, one blank, one right, one of a quiz on one page that shows marks only."""
    begin(page)
    page.goto(f"{page.url}/review")
    page.get_by_role("button", name="Submit the attempt").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Result: Tying")
    yield "a blank result", page
    page.goto(QUIZ)
    page.get_by_role("button", name="Begin another attempt").click()
    take(page)
    yield "a result, passed", page
    page.goto(QUIZ)
    yield "no attempts left", page
    for path in ("/my", "/my/attempts"):
        page.goto(path)
        yield path, page
    page.goto("/courses/knots/quizzes/final")
    page.get_by_role("button", name="Begin").click()
    expect(page).to_have_url(re.compile(r"/attempts/\d+$"))
    yield "all on one page", page
    page.locator(".bar").get_by_role("button", name="Save and review").click()
    page.get_by_role("button", name="Submit the attempt").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Result: ")
    yield "marks only", page
