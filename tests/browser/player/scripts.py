"""The player's own modules in Chromium, called as a page would call them."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Page, Route

from quizzes.player.bundle import FOLDER
from tests.browser.pages import chromium

SITE = "http://player.test"


@contextmanager
def modules() -> Iterator[Page]:
    """Open an empty page that can import the modules."""

    def fulfill(route: Route) -> None:
        name = Path(urlsplit(route.request.url).path).name
        if name.endswith(".js"):
            route.fulfill(body=(FOLDER / name).read_text(encoding="utf-8"), content_type="text/javascript")
        else:
            route.fulfill(body="<!doctype html><title>Modules</title>", content_type="text/html")

    with chromium() as browser:
        page = browser.new_page()
        page.route("**/*", fulfill)
        page.goto(f"{SITE}/")
        yield page


def call(page: Page, module: str, expression: str, argument: Any = None) -> Any:
    """Return what an expression over a module's names (`m`) and an argument (`x`) comes to."""
    script = f"async (x) => {{ const m = await import('/{module}.js'); return {expression}; }}"
    return page.evaluate(script, argument)
