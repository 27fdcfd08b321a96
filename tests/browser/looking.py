"""Look at a page in some widths and colour schemes: axe finds nothing, and nothing is too wide."""

from playwright.sync_api import Page

from tests.browser.pages import axe_faults, overflow_px

SETTLED = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


def faults(page: Page, looks: list[tuple[int, str]]) -> list[str]:
    """Return what is wrong with a page in some looks: a width and a colour scheme."""
    listed = []
    for width, scheme in looks:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # "light" or "dark"
        page.evaluate(SETTLED)
        listed += [f"{width} {scheme}: {fault}" for fault in axe_faults(page)]
        if overflow_px(page):
            listed.append(f"{width} {scheme}: {overflow_px(page)} px too wide")
    page.set_viewport_size({"width": 1000, "height": 900})
    return listed
