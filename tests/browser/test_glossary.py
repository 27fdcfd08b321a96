"""Words of the glossary in a browser: what they mean shows by pointer, keyboard and touch, and can be put away."""

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import Open
from tests.browser.learning import LESSON
from tests.browser.looking import await_elements, resize
from tests.browser.pages import axe_faults, overflow_px

PAGE = "/courses/knots/glossary"
MEANING = "A line of twisted or braided strands."


def word(page: Page) -> Locator:
    return page.locator("cw-term", has_text="rope").get_by_role("link")


def card(page: Page) -> Locator:
    return page.locator(".term-card:popover-open")


@pytest.fixture
def lesson(visit: Open) -> Page:
    page = visit()
    page.goto(LESSON)
    await_elements(page)
    return page


def test_a_pointer_on_a_word_shows_its_meaning_and_may_move_onto_that(lesson: Page) -> None:
    expect(card(lesson)).to_have_count(0)
    word(lesson).hover()
    expect(card(lesson)).to_have_text(MEANING)
    card(lesson).hover()
    lesson.wait_for_timeout(600)  # longer than a pointer may be away
    expect(card(lesson)).to_be_visible()
    lesson.mouse.move(5, 5)
    expect(card(lesson)).to_have_count(0)


def test_escape_puts_a_meaning_away_while_the_pointer_stays(lesson: Page) -> None:
    word(lesson).hover()
    expect(card(lesson)).to_be_visible()
    lesson.keyboard.press("Escape")
    expect(card(lesson)).to_have_count(0)


def test_the_keyboard_meets_the_word_reads_it_puts_it_away_and_follows_it(lesson: Page) -> None:
    lesson.evaluate("document.querySelector('article').tabIndex = -1; document.querySelector('article').focus()")
    for _ in range(9):
        lesson.keyboard.press("Tab")
        if word(lesson).evaluate("link => link === document.activeElement"):
            break
    expect(word(lesson)).to_be_focused()
    expect(card(lesson)).to_have_text(MEANING)
    lesson.keyboard.press("Escape")
    expect(card(lesson)).to_have_count(0)
    expect(word(lesson)).to_be_focused()
    lesson.keyboard.press("Tab")
    lesson.keyboard.press("Shift+Tab")
    expect(card(lesson)).to_be_visible()
    lesson.keyboard.press("Enter")
    expect(lesson).to_have_url(re.compile(f"{PAGE}#rope$"))


def test_a_screen_reader_hears_the_meaning_as_the_description_of_the_word(lesson: Page) -> None:
    expect(word(lesson)).to_have_accessible_description(MEANING)


def test_a_first_tap_shows_a_tap_elsewhere_puts_away_and_a_second_tap_follows(chrome: Browser, address: str) -> None:
    context = chrome.new_context(base_url=address, has_touch=True, viewport={"width": 360, "height": 800})
    page = context.new_page()
    page.goto(LESSON)
    await_elements(page)
    word(page).tap()
    expect(card(page)).to_have_text(MEANING)
    expect(page).to_have_url(re.compile("lessons/ropes$"))
    page.get_by_role("heading", level=1).tap()
    expect(card(page)).to_have_count(0)
    word(page).tap()
    expect(card(page)).to_be_visible()
    word(page).tap()
    expect(page).to_have_url(re.compile(f"{PAGE}#rope$"))
    context.close()


def test_without_scripts_the_word_is_a_link_to_the_term_and_its_description_is_there(visit: Open) -> None:
    page = visit(scripts=False)
    page.goto(LESSON)
    expect(page.get_by_role("tooltip")).to_have_count(0)
    expect(word(page)).to_have_accessible_description(MEANING)
    word(page).click()
    expect(page).to_have_url(re.compile(f"{PAGE}#rope$"))
    expect(page.locator("#rope")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1360])
def test_a_meaning_stays_within_the_window_and_axe_finds_nothing(visit: Open, width: int, scheme: str) -> None:
    page = visit()
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # "light" or "dark"
    resize(page, width, 700)
    page.goto(LESSON)
    await_elements(page)
    for mark in page.locator("cw-term").all():
        mark.get_by_role("link").hover()
        shown = mark.get_by_role("tooltip")
        expect(shown).to_be_visible()
        box = shown.bounding_box()
        assert box is not None
        assert (box["x"] >= 0, box["x"] + box["width"] <= width, box["y"] >= 0) == (True, True, True)
    assert axe_faults(page) == []
    assert overflow_px(page) == 0
    page.goto(PAGE)
    assert axe_faults(page) == []
    assert overflow_px(page) == 0
