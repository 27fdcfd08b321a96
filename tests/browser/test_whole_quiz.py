"""Whole quizzes in a browser: without scripts, and by keyboard alone."""

import re

from playwright.sync_api import Page, expect

from tests.app.learn.attempting import RIGHT
from tests.browser.conftest import Open
from tests.browser.keyboard import answer_by_keys, check_focus, press, tab_to
from tests.browser.learning import LESSON, QUIZ, answer, begin, go_to, take

QUESTIONS = len(RIGHT)
SAVED = re.compile(r"Saved at \d\d:\d\d")


def test_a_whole_quiz_without_scripts(visit: Open) -> None:
    page = visit(scripts=False)
    begin(page)
    url = page.url
    flagged = page.locator(".question").get_attribute("data-item") or ""
    page.get_by_role("button", name="Flag for later").click()
    expect(page.get_by_role("button", name="Take the flag off")).to_be_visible()

    go_to(page, "breaking-load", url)
    page.get_by_role("textbox").fill("many")
    page.get_by_role("button", name="Save and review all answers").or_(
        page.get_by_role("button", name="Save and review →")
    ).first.click()
    expect(page.locator(".question .error")).to_contain_text("“many” is not a number.")
    expect(page.get_by_role("textbox")).to_have_value("many")
    expect(page.get_by_role("textbox")).to_be_focused()
    page.get_by_role("textbox").fill("600")
    page.get_by_role("button", name="Save and review all answers").or_(
        page.get_by_role("button", name="Save and review →")
    ).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Review before submitting")

    leave_and_resume(page)
    page.goto(f"{url}/review")
    expect(page.get_by_text(f"{QUESTIONS - 1} questions are not answered.")).to_be_visible()
    expect(page.locator(".review-list .tag", has_text="Flagged")).to_have_count(1)
    page.locator(".review-list li", has_text="Flagged").get_by_role("link").click()
    expect(page.locator(".question")).to_have_attribute("data-item", flagged)
    page.goto(f"{url}/review")
    page.get_by_role("button", name="Submit the attempt").click()

    expect(page.locator(".tile").get_by_text("Not passed")).to_be_visible()
    expect(page.locator(".question.right")).to_have_count(1)
    expect(page.locator(".question.blank")).to_have_count(QUESTIONS - 1)
    expect(page.get_by_text("1 attempt is left.")).to_be_visible()
    page.get_by_role("region", name="Read again first").get_by_role("link", name="A loop that holds").click()
    expect(page).to_have_url(re.compile("/lessons/tying#bowline$"))
    page.go_back()

    page.get_by_role("link", name="Try again").click()
    page.get_by_role("button", name="Begin another attempt").click()
    take(page, scripts=False)
    expect(page.get_by_text("What counts is your best attempt: this one.")).to_be_visible()
    page.goto(url)
    expect(page.get_by_text("What counts is your best attempt: attempt 2.")).to_be_visible()


def leave_and_resume(page: Page) -> None:
    """Leave an attempt, and come back to it from the list of courses."""
    page.goto("/my")
    page.get_by_role("link", name="Resume the quiz: Tying").click()
    expect(page.get_by_text("attempt 1 of 2")).to_be_visible()


def test_a_whole_quiz_by_keyboard_alone(visit: Open) -> None:
    page = visit()
    page.goto(QUIZ)
    press(page, page.get_by_role("button", name="Begin"))
    for number in range(1, QUESTIONS + 1):
        expect(page.get_by_text(f"Question {number} of {QUESTIONS} ·")).to_be_visible()
        if number > 1:
            page.keyboard.press("Tab")
            expect(page.locator(".question :focus")).to_have_count(1)
            page.keyboard.press("Shift+Tab")
        answer_by_keys(page, page.locator(".question"))
        expect(page.locator("[data-saved]")).to_have_text(SAVED)
        if number == 1:
            press(page, page.get_by_role("button", name="Flag for later"), "Space")
            expect(page.get_by_role("button", name="Take the flag off")).to_be_focused()
        go_on = "Save and continue" if number < QUESTIONS else "Save and review →"
        press(page, page.get_by_role("button", name=go_on))
    expect(page.get_by_role("heading", level=1)).to_have_text("Review before submitting")
    expect(page.get_by_text("Every question is answered.")).to_be_visible()
    press(page, page.get_by_role("button", name="Submit the attempt"))
    expect(page.locator(".tile").get_by_text("100%")).to_be_visible()
    press(page, page.get_by_role("link", name="The course →"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Two knots")


def test_a_lesson_and_its_check_by_keyboard_alone(visit: Open) -> None:
    page = visit()
    page.goto(LESSON)
    check = page.locator(".check .card").first
    tab_to(page, check.get_by_role("radio").first)
    page.keyboard.press("Space")
    expect(check.get_by_role("radio").first).to_be_checked()
    press(page, check.get_by_role("button", name="Check the answer"))
    expect(check.locator(".result")).to_be_focused()
    check_focus(page)
    press(page, check.get_by_role("link", name="Try again"))
    expect(check.get_by_role("button", name="Check the answer")).to_be_visible()
    tab_to(page, check.get_by_role("radio").first)
    press(page, page.get_by_role("button", name="Mark as read and go on"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Tying them")


def test_a_second_tab_and_the_way_back_lose_nothing(visit: Open) -> None:
    page = visit()
    begin(page)
    url = page.url
    go_to(page, "part-word", url)
    other = page.context.new_page()
    go_to(other, "loop-slips", url)
    answer(page.locator(".question"))
    expect(page.locator("[data-saved]")).to_have_text(SAVED)
    answer(other.locator(".question"))
    expect(other.locator("[data-saved]")).to_have_text(SAVED)
    other.goto(f"{url}/review")
    expect(other.get_by_text("Answered", exact=True)).to_have_count(2)
    other.get_by_role("button", name="Submit the attempt").click()
    expect(other.get_by_role("heading", level=1)).to_have_text("Result: Tying")

    page.get_by_role("textbox").fill("too late")
    expect(page.locator("[data-saved]")).to_contain_text("Not saved:")
    page.get_by_role("button", name=re.compile("Save and (continue|review →)")).click()
    expect(page.get_by_text("This attempt was already submitted.")).to_be_visible()
    page.go_back()
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text("Result: Tying")
