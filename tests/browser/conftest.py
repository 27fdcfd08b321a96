"""What the tests in a browser can ask for."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from courseware.library import Library
from tests.browser.live import live
from tests.browser.pages import PATIENCE_MS, chromium

Open = Callable[..., Page]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, library: Library) -> Iterator[str]:
    """Where the app is served."""
    with live(tmp_path_factory.mktemp("live"), library) as address:
        yield address


@pytest.fixture(scope="module")
def chrome() -> Iterator[Browser]:
    """Chromium."""
    with chromium() as opened:
        yield opened


@pytest.fixture
def visit(chrome: Browser, address: str) -> Iterator[Open]:
    """Open a window of somebody new; it must end without a complaint of the browser."""
    faults: list[str] = []
    contexts = []

    def opened(scripts: bool = True) -> Page:
        context = chrome.new_context(
            base_url=address,
            java_script_enabled=scripts,
            viewport={"width": 1000, "height": 900},
            reduced_motion="reduce",
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE_MS)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
        return page

    yield opened
    for context in contexts:
        context.close()
    expected = re.compile(r"status of 4(00|04|09|22|29)")  # what a test asks for on purpose
    assert [fault for fault in faults if not expected.search(fault)] == []
