"""The independent player on a page of its own: items and responses in, the variables it found out."""

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.browser.pages import chromium
from tests.browser.qti3_player.packages import PLAYER, VUE, unpacked

HERE = Path(__file__).parent
LOAD_TIMEOUT_MS = 60_000

Value = str | list[str] | None


@dataclass(frozen=True, slots=True)
class Played:
    """What the player made of one item: the variables after each response, its complaints, the text it showed."""

    variables: list[dict[str, Any]]
    faults: list[str]
    text: str


@dataclass(frozen=True, slots=True)
class Player:
    """An open page with the player on it."""

    page: Page

    def play(self, document: bytes, responses: list[Mapping[str, Value]]) -> Played:
        """Load an item and end one attempt for each response, given as response variables."""
        xml = document.decode().split("?>", 1)[1]
        found = self.page.evaluate("item => prove(item)", {"xml": xml, "responses": [dict(r) for r in responses]})
        return Played(found["variables"], found["faults"], found["text"])


@contextmanager
def open_player() -> Iterator[Player]:
    """Serve the player on loopback and open it. Skip where its packages can't be had."""
    folders = {"player": unpacked(PLAYER), "vue": unpacked(VUE)}

    class Files(SimpleHTTPRequestHandler):
        def translate_path(self, path: str) -> str:
            first, _, rest = path.partition("?")[0].lstrip("/").partition("/")
            return str(folders[first] / rest if first in folders else HERE / first)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Files)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        with chromium() as browser:
            page = browser.new_page()
            page.goto(f"http://127.0.0.1:{server.server_port}/player.html")
            page.wait_for_function("window.isReady && window.isReady()", timeout=LOAD_TIMEOUT_MS)
            yield Player(page)
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
