"""Every kind of question in every state: nothing for axe to find, nothing wider than the window."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser import states
from tests.browser.looking import await_elements, resize
from tests.browser.pages import SITE, axe_faults, chromium, overflow_px, serve

PAGES = {f"/{state}": lambda state=state: states.page(state) for state in states.STATES}
# Axe needs scripts to run, so "without scripts" is the page without ours.
PLAIN = {f"/plain/{state}": lambda state=state: states.page(state, scripts=False) for state in states.STATES}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as opened:
        yield opened


@pytest.mark.parametrize(
    ("way", "width", "scheme"),
    [
        ("", 360, "light"),
        ("", 360, "dark"),
        ("", 1360, "light"),
        ("", 1360, "dark"),
        ("/plain", 360, "light"),
        ("/plain", 1360, "dark"),
    ],
)
def test_every_state_of_every_kind_is_accessible(browser: Browser, way: str, width: int, scheme: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    complaints = serve(page, PAGES | PLAIN)
    faults: dict[str, list[str]] = {}
    for state in states.STATES:
        page.goto(f"{SITE}{way}/{state}")
        if not way:
            await_elements(page)
        page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true; })")
        faults[state] = axe_faults(page)
    context.close()
    assert faults == {state: [] for state in states.STATES}
    assert complaints == []


@pytest.mark.parametrize("way", ["", "/plain"], ids=["scripts", "no-scripts"])
def test_no_state_is_wider_than_its_window(browser: Browser, way: str) -> None:
    page = browser.new_page()
    serve(page, PAGES | PLAIN)
    too_wide = []
    for state in states.STATES:
        page.goto(f"{SITE}{way}/{state}")
        for width in (320, 360, 700, 1360):  # 320 pixels are what a window of 1280 is at 400 %
            resize(page, width)
            too_wide += [(state, width)] if overflow_px(page) else []
    page.close()
    assert too_wide == []


@pytest.mark.parametrize("state", ["wrong", "right", "blank"])
def test_the_bar_of_a_graded_line_of_code_is_drawn_at_its_edge_alone(browser: Browser, state: str) -> None:
    page = browser.new_page()
    serve(page, PAGES)
    page.goto(f"{SITE}/{state}")
    barred = "(found) => found.filter((one) => getComputedStyle(one).boxShadow !== 'none').map((one) => one.tagName)"
    marked = page.locator(".graded.lines li, .graded.lines .told *").evaluate_all(barred)
    page.close()
    assert set(marked) == {"LI"}
