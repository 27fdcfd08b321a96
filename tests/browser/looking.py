"""Look at a page once it is ready, in some widths and colour schemes: axe finds nothing, and nothing is too wide."""

from playwright.sync_api import Page, expect

from tests.browser.pages import axe_faults, overflow_px

SETTLED = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


def await_elements(page: Page) -> None:
    """Wait until the scripts of the page's elements have come: they do after the page is loaded."""
    expect(page.locator(":not(:defined)")).to_have_count(0)


def resize(page: Page, width: int, height: int = 900) -> None:
    """Change the size of the window, and wait until the page has it."""
    page.set_viewport_size({"width": width, "height": height})
    while page.evaluate("innerWidth") != width:
        page.wait_for_timeout(20)


def faults(page: Page, looks: list[tuple[int, str]]) -> list[str]:
    """Return what is wrong with a page in some looks: a width and a colour scheme."""
    listed = []
    for width, scheme in looks:
        resize(page, width)
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # "light" or "dark"
        page.evaluate(SETTLED)
        listed += [f"{width} {scheme}: {fault}" for fault in axe_faults(page)]
        if overflow_px(page):
            listed.append(f"{width} {scheme}: {overflow_px(page)} px too wide")
    resize(page, 1000)
    return listed
