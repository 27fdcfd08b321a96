"""The ledger in Chromium, and a claim's proof opened over the lesson that makes it."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from courseware.library import read_library
from tests.browser.live import live
from tests.browser.looking import await_elements
from tests.browser.pages import axe_faults, chromium, overflow_px
from tests.content import tiny_root

LESSON, LEDGER = "/courses/knots/lessons/tying", "/courses/knots/ledger"
MARK = ".claim-mark[data-claim=loop-holds]"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with live(tmp_path_factory.mktemp("instance"), read_library([tiny_root()])) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as opened:
        yield opened


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1000, "height": 900})
    yield context.new_page()
    context.close()


def test_the_keyboard_opens_a_proof_in_place_and_escape_goes_back_to_the_mark(page: Page, site: str) -> None:
    page.goto(site + LESSON)
    await_elements(page)
    page.locator(MARK).focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="A bowline makes a loop of fixed size.")
    expect(dialog).to_be_visible()
    expect(dialog).to_contain_text("a loop of hemp")
    expect(dialog.get_by_role("heading")).to_be_focused()
    assert page.url == site + LESSON
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(page.locator(MARK)).to_be_focused()


def test_a_proof_closes_by_its_button_and_opens_again(page: Page, site: str) -> None:
    page.goto(site + LESSON)
    await_elements(page)
    for _ in range(2):
        page.locator(MARK).click()
        page.get_by_role("dialog").get_by_role("button", name="Close").click()
        expect(page.get_by_role("dialog")).to_be_hidden()
        expect(page.locator(MARK)).to_be_focused()


def test_escape_calls_off_a_proof_that_is_slow_to_come(page: Page, site: str) -> None:
    held: list[Route] = []
    page.route("**/ledger/loop-holds", lambda route: held.append(route))  # noqa: PLW0108 (Playwright marks it)
    page.goto(site + LESSON)
    await_elements(page)
    with page.expect_event("requestfailed"):
        page.locator(MARK).focus()
        with page.expect_request("**/ledger/loop-holds"):
            page.keyboard.press("Enter")
        page.keyboard.press("Escape")
    assert page.url == site + LESSON
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.locator(MARK)).to_be_focused()
    page.unroute("**/ledger/loop-holds")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()


def test_a_proof_that_does_not_come_is_a_link_that_is_followed(page: Page, site: str) -> None:
    page.route("**/ledger/loop-holds", lambda route: route.abort())
    page.goto(site + LESSON)
    page.locator(MARK).click()
    page.wait_for_url(f"**{LEDGER}#loop-holds")
    expect(page.locator("#loop-holds")).to_be_in_viewport()


def test_without_scripts_the_mark_leads_to_the_ledger(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site + LESSON)
    page.locator(MARK).click()
    expect(page).to_have_url(f"{site}{LEDGER}#loop-holds")
    page.get_by_label("Verdict").select_option("wrong")
    page.get_by_role("button", name="Show").click()
    expect(page).to_have_url(re.compile(re.escape(f"{site}{LEDGER}?verdict=wrong")))
    expect(page.locator(".claim-entry")).to_have_count(1)
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1360])
def test_every_page_with_claims_fits_and_axe_finds_nothing(
    browser: Browser, site: str, width: int, scheme: str
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    for path in (LEDGER, f"{LEDGER}?verdict=outdated", f"{LEDGER}/loop-holds", LESSON):
        page.goto(site + path)
        if path == LESSON:
            await_elements(page)
            page.locator(MARK).click()
            expect(page.get_by_role("dialog")).to_be_visible()
        page.evaluate("for (const run of document.querySelectorAll('.claim-run')) run.open = true")
        assert (axe_faults(page), overflow_px(page)) == ([], 0), path
    assert complaints == []
    context.close()
