"""Pages in Chromium that are served from memory, under the product's own content policy."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, expect, sync_playwright

from app.security import POLICY
from app.statics import Statics
from quizzes.look import FOLDER as LOOK
from tests.browser import slowness

APP = Path(__file__).parents[2] / "app"
STATICS = Statics(APP / "static", LOOK)
SITE = "http://app.test"
TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".png": "image/png"}
HEADERS = {"Content-Security-Policy": "; ".join(f"{name} {sources}" for name, sources in POLICY.items())}
# Only a guard against what never comes: a busy machine takes its time.
PATIENCE_MS = 60_000
AXE = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}

Answer = Callable[[Route], None]


@contextmanager
def chromium() -> Iterator[Browser]:
    """Open a browser, or skip where there is none; what is expected of its pages is waited for patiently."""
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("Chromium is missing: apt-get install chromium")
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"], timeout=PATIENCE_MS)
        if slowness.IS_WANTED:
            slowness.slow_down(browser)
        yield browser
        browser.close()


def serve(page: Page, pages: dict[str, Callable[[], str] | str], answer: Answer | None = None) -> list[str]:
    """Answer a page's requests: static files as they are, pages by path, all else by `answer`.

    Return a list that fills with what the browser complains of: errors of scripts, breaches of the policy.
    """
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)

    def fulfill(route: Route) -> None:
        path = urlsplit(route.request.url).path
        if path.startswith("/static/"):
            file = STATICS.file(path.removeprefix("/static/"))
            assert file is not None, path
            route.fulfill(body=file.read_text(), content_type=TYPES[file.suffix])
        elif path in pages and route.request.method == "GET":
            found = pages[path]
            html = found if isinstance(found, str) else found()
            route.fulfill(body=html, content_type="text/html; charset=utf-8", headers=HEADERS)
        elif answer:
            answer(route)
        else:
            route.fulfill(status=404)

    page.route("**/*", fulfill)
    return faults


def axe_faults(page: Page) -> list[str]:
    """Return what axe finds: rule, element and why, one line each."""
    found: Any = Axe().run(page, options=AXE).response["violations"]
    return [
        f"{violation['id']}: {node['html'][:160]} ({node['failureSummary'].splitlines()[-1].strip()})"
        for violation in found
        for node in violation["nodes"]
    ]


def overflow_px(page: Page) -> int:
    """Return by how many pixels the page is wider than its window."""
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
