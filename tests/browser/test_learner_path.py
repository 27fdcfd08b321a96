"""A learner in a real browser: from the first page to a passed quiz, as guest, with an account, without scripts."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from tests.app.learn.attempting import RIGHT
from tests.browser.conftest import Open
from tests.browser.learning import PASSWORD, answer, begin, go_to, register, take


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_a_guest_reads_is_graded_passes_and_keeps_it_with_an_account(visit: Open, scripts: bool) -> None:
    page = visit(scripts)
    page.goto("/")
    page.get_by_role("link", name="Two knots").click()
    page.get_by_role("link", name="Start: The parts of a rope").click()

    check = page.locator(".check .card").first
    check.get_by_label("The standing part").check()
    check.get_by_role("button", name="Check the answer").click()
    expect(page.locator(".check .card").first.get_by_text("That part carries the load.")).to_be_visible()
    page.locator(".check .card").first.get_by_role("link", name="Try again").click()
    check.get_by_label("The working end").check()
    check.get_by_role("button", name="Check the answer").click()
    expect(page.locator(".check .card").first.locator(".result")).to_contain_text("1 of 1 point")

    page.get_by_role("button", name="Mark as read and go on").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Tying them")
    page.get_by_role("button", name="Mark as read and go on").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Quiz: Tying")
    page.get_by_role("button", name="Begin").click()
    take(page, scripts)

    register(page, "Rhea" if scripts else "Rolf")
    page.goto("/my")
    expect(page.get_by_text("2 of 2 lessons read, 1 of 2 quizzes passed").first).to_be_visible()
    page.get_by_role("link", name="The record of my attempts").click()
    page.get_by_role("link", name="Tying, attempt 1").click()
    expect(page.get_by_text("The bowline is a loop, the clove hitch holds on to a post.")).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_somebody_with_an_account_passes_and_finds_it_after_signing_in_again(visit: Open, scripts: bool) -> None:
    name = "Anna" if scripts else "Arno"
    page = visit(scripts)
    register(page, name)
    begin(page)
    take(page, scripts)
    elsewhere = visit(scripts)
    elsewhere.goto("/account/sign-in")
    elsewhere.get_by_label("E-mail").fill(f"{name.lower()}@example.org")
    elsewhere.get_by_label("Password").fill(PASSWORD)
    elsewhere.get_by_role("button", name="Sign in").click()
    expect(elsewhere.get_by_text("1 of 2 quizzes passed").first).to_be_visible()


def test_an_answer_is_kept_without_pressing_anything(visit: Open) -> None:
    page = visit()
    begin(page)
    answer(page.locator(".question"))
    expect(page.locator("[data-saved]")).to_have_text(re.compile(r"Saved at \d\d:\d\d"))
    url = page.url
    page.goto("about:blank")
    page.goto(f"{url}/review")
    expect(page.get_by_text("Answered", exact=True)).to_have_count(1)


def test_an_answer_given_before_the_script_has_come_is_saved_when_it_comes(visit: Open) -> None:
    page = visit()
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/cw-save.js*", hold)
    with page.expect_request("**/cw-save.js*"):
        begin(page)
    answered = answer(page.locator(".question"), scripts=False)
    expect(page.locator("[data-saved]")).to_have_text("")
    assert held
    for route in held:
        route.continue_()
    expect(page.locator("[data-saved]")).to_have_text(re.compile(r"Saved at \d\d:\d\d"))
    url = page.url
    page.goto("about:blank")
    go_to(page, answered, url)
    expect(page.locator(f".steps [data-item='{answered}']")).to_have_class(re.compile("done"))


def test_the_last_thing_typed_is_kept_when_the_page_is_left_at_once(visit: Open) -> None:
    page = visit()
    begin(page)
    url = page.url
    go_to(page, "part-word")
    page.get_by_role("textbox").press_sequentially("standing part")
    page.goto(f"{url}/review")
    go_to(page, "part-word", url)
    expect(page.get_by_role("textbox")).to_have_value("standing part")


def test_of_two_windows_the_older_is_told_that_a_newer_answer_is_stored(visit: Open) -> None:
    page = visit()
    begin(page)
    go_to(page, "breaking-load")
    other = page.context.new_page()
    other.goto(page.url)
    other.get_by_role("textbox").fill("600")
    expect(other.locator("[data-saved]")).to_have_text(re.compile("Saved at"))
    page.get_by_role("textbox").fill("many")
    expect(page.locator(".question .error")).to_have_text(re.compile("“many” is not a number."))
    other.reload()
    expect(other.get_by_role("textbox")).to_have_value("600")


def test_an_order_and_a_match_are_answered_by_keyboard_alone(visit: Open) -> None:
    page = visit()
    begin(page)
    go_to(page, "bowline-order")
    expect(page.locator("cw-order.ready")).to_be_visible()
    lines = page.locator(".order-text")
    wanted = RIGHT["bowline-order"]
    assert isinstance(wanted, list)
    for place, line in enumerate(wanted):
        tab_to(page, f"Move up: {line}", f"Move down: {line}")
        while (at := lines.all_inner_texts().index(line)) > place:
            page.keyboard.press("ArrowUp")
            expect(lines.nth(at - 1)).to_have_text(line)
    if page.get_by_role("button", name="Keep this order").is_visible():
        tab_to(page, "Keep this order")
        page.keyboard.press("Space")
    expect(lines).to_have_text([str(line) for line in wanted])
    expect(page.locator("[data-saved]")).to_have_text(re.compile("Saved at"))

    go_to(page, "part-names")
    pairs = RIGHT["part-names"]
    assert isinstance(pairs, dict)
    for left, right in pairs.items():
        tab_to(page, left)
        menu = page.get_by_label(left, exact=True)
        for _ in range(6):
            if right in menu.locator("option:checked").inner_text():
                break
            page.keyboard.press("ArrowDown")
        assert right in menu.locator("option:checked").inner_text()
    expect(page.locator("[data-saved]")).to_have_text(re.compile("Saved at"))

    url = page.url.split("?")[0]
    tab_to(page, "Save and review all answers", "Save and review →")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{url}/review")
    expect(page.get_by_text("Answered", exact=True)).to_have_count(2)


def tab_to(page: Page, *names: str) -> None:
    """Press Tab until something with one of these names has the focus."""
    for _ in range(120):
        page.keyboard.press("Tab")
        focused = page.evaluate(
            "() => { const e = document.activeElement;"
            " return e.getAttribute('aria-label') || e.labels?.[0]?.innerText || e.innerText || '' }"
        )
        if " ".join(str(focused).split()) in names:
            return
    raise AssertionError(f"no Tab reaches {names}")
