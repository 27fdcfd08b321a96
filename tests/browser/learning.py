"""What a learner does in a real browser: begin a quiz, answer by visible words, submit, register."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.app.learn.attempting import RIGHT

PASSWORD = "long enough to pass"  # noqa: S105 (of a test's account)
QUIZ = "/courses/knots/quizzes/tying"
LESSON = "/courses/knots/lessons/ropes"


def plain(text: str) -> str:
    """Return a text as the page shows it, without the marks of its author."""
    return re.sub(r"\[(.*?)\]\{.*?\}", r"\1", text)


def answer(question: Locator, scripts: bool = True) -> str:
    """Answer the question that is shown rightly, by its visible words; return its item's id."""
    item = question.get_attribute("data-item") or ""
    said = RIGHT[item]
    match item:
        case "which-load":
            assert isinstance(said, dict)
            for statement, column in said.items():
                question.get_by_role("radiogroup", name=statement).get_by_label(plain(column)).check()
        case "part-names":
            assert isinstance(said, dict)
            for left, right in said.items():
                menu = question.get_by_label(left, exact=True)
                option = menu.locator("option").filter(has_text=right).first
                menu.select_option(option.get_attribute("value"))
        case "fill-steps":
            assert isinstance(said, dict)
            for number, gap in enumerate(("first", "last", "part"), 1):
                question.get_by_label(f"Gap {number} of 3").select_option(label=said[gap])
        case "bowline-order":
            assert isinstance(said, list)
            if scripts:
                order_with_buttons(question, said)
            else:
                for number, line in enumerate(said, 1):
                    question.get_by_label(f"Position of: {line}").select_option(str(number))
        case "breaking-load" | "part-word" | "prints-typed":
            assert isinstance(said, str)
            question.get_by_role("textbox").fill(said)
        case _:
            assert isinstance(said, list)
            for text in said:
                question.locator("label.choice").filter(has_text=plain(text)).locator("input").check()
    return item


def order_with_buttons(question: Locator, wanted: list[str]) -> None:
    """Move each line up to its place with its button, as the keyboard does."""
    expect(question.locator("cw-order.ready")).to_be_visible()
    lines = question.locator(".order-text")
    for place, line in enumerate(wanted):
        while (at := lines.all_inner_texts().index(line)) > place:
            question.get_by_role("button", name=f"Move up: {line}").press("Enter")
            expect(lines.nth(at - 1)).to_have_text(line)
    keep = question.get_by_role("button", name="Keep this order")
    if keep.is_visible():
        keep.press("Enter")


def begin(page: Page) -> None:
    page.goto(QUIZ)
    page.get_by_role("button", name="Begin").click()
    expect(page).to_have_url(re.compile(r"/attempts/\d+$"))


def take(page: Page, scripts: bool = True) -> None:
    """Answer every question rightly, one a page, look over them, and submit."""
    seen = set()
    for number in range(1, 13):
        expect(page.get_by_text(f"Question {number} of 12 ·")).to_be_visible()
        page.wait_for_load_state()
        seen.add(answer(page.locator(".question"), scripts))
        if scripts:
            expect(page.locator("[data-saved]")).to_have_text(re.compile(r"Saved at \d\d:\d\d"))
        page.get_by_role(
            "button", name="Save and continue" if number < 12 else "Save and review", exact=False
        ).last.click()
    assert seen == set(RIGHT)
    expect(page.get_by_role("heading", level=1)).to_have_text("Review before submitting")
    expect(page.get_by_text("Every question is answered.")).to_be_visible()
    page.get_by_role("button", name="Submit the attempt").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Result: Tying")
    expect(page.locator(".tile").get_by_text("Passed", exact=True)).to_be_visible()
    expect(page.locator(".tile").get_by_text("100%")).to_be_visible()


def register(page: Page, name: str) -> None:
    page.goto("/account/register")
    page.get_by_label("Name").fill(name)
    page.get_by_label("E-mail").fill(f"{name.lower()}@example.org")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Make the account").click()
    expect(page.get_by_text("Your account is ready.")).to_be_visible()


def go_to(page: Page, item: str, attempt_url: str = "") -> None:
    """Go to the question that asks an item."""
    url = attempt_url or page.url.split("?")[0]
    page.goto(f"{url}?q=1")
    number = page.locator(f".steps [data-item='{item}']").inner_text()
    page.goto(f"{url}?q={re.sub('[^0-9]', '', number)}")
    expect(page.locator(".question")).to_have_attribute("data-item", item)
