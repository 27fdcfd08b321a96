"""A learning system that holds pages: scorm-again's API in a frame, and what it then holds of the learner."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Frame, Page, Route

from quizzes.look import FOLDER as LOOK
from quizzes.player.bundle import FOLDER
from tests.browser.pages import PATIENCE_MS, TYPES, chromium
from tests.browser.qti3_player.packages import Package, unpacked

SITE = "http://lms.test"
SCORM_AGAIN = Package(
    "scorm-again",
    "3.4.3",
    "sha512-Zbe+7ArMUbT1lVnqYxsbGRfI9JD9JVqEPzZLQdk0nfNmcDYJ404rMO9nbkQ0Hzwux5uACF9zKsvc29Q/ZzMOdg==",
)
FILES = {"1.2": "scorm12.js", "2004": "scorm2004.js"}
# A system that takes everything and gives nothing back.
WORKING = "(name) => (/Get/.test(name) ? '' : 'true')"
LMS = """<!doctype html><html lang="en"><title>Learning system</title>
<link rel="icon" href="data:,"><style>body {{ margin: 0 }} iframe {{ border: 0; width: 100vw; height: 100vh }}</style>
<script src="/again/{file}"></script>
<script>
  const settings = {{ autocommit: false, logLevel: 5 }};
  window.{api} = new {maker}(settings);
  const kept = {kept};
  if (kept) window.{api}.loadFromFlattenedJSON(kept, "");
</script>
<iframe src="{start}" title="Content"></iframe></html>"""


@dataclass(slots=True)
class Lms:
    """A page with a frame; `files` are those of the package, `faults` what browser and content complain of."""

    page: Page
    version: str
    files: Mapping[str, bytes]
    faults: list[str] = field(default_factory=list)

    @property
    def api(self) -> str:
        return "API" if self.version == "1.2" else "API_1484_11"

    def open(self, kept: Mapping[str, str] | None = None, start: str = "/sco/index.html") -> Frame:
        """Open the package, with elements kept from an earlier visit, and return its frame."""
        maker = "Scorm12API" if self.version == "1.2" else "Scorm2004API"
        named = {"file": FILES[self.version], "api": self.api, "maker": maker, "start": start}
        html = LMS.format(kept=json.dumps(kept), **named)
        self.page.route(f"{SITE}/lms.html", lambda route: route.fulfill(body=html, content_type="text/html"))
        self.page.goto("about:blank")
        self.page.goto(f"{SITE}/lms.html")
        frame = self.page.frames[1]
        frame.wait_for_load_state()
        return frame

    def open_alone(self, answer: str = WORKING) -> Page:
        """Open the package outside a frame, where a stand-in answers each call by its name; return the page."""
        stand_in = f"new Proxy({{}}, {{ get: (_, name) => (...given) => ({answer})(name, ...given) }})"
        self.page.add_init_script(f"window.{self.api} = {stand_in};")
        self.page.goto(f"{SITE}/sco/index.html")
        return self.page

    def model(self) -> dict[str, Any]:
        """Return what the system holds: the data model, as values."""
        return dict(self.page.evaluate(f"JSON.parse(JSON.stringify(window.{self.api}.cmi))"))

    def content_faults(self, frame: Frame) -> list[str]:
        """Return every call that the system refused."""
        return list(frame.evaluate("window.coursewrightSession.faults"))


@contextmanager
def learning_system(browser: Browser, version: str, files: Mapping[str, bytes]) -> Iterator[Lms]:
    """Open a system for a package. Skip where scorm-again can't be had."""
    again = unpacked(SCORM_AGAIN) / "dist"
    page = browser.new_page()
    page.set_default_timeout(PATIENCE_MS)
    lms = Lms(page, version, files)
    page.on("pageerror", lambda error: lms.faults.append(str(error)))
    page.on("console", lambda message: lms.faults.append(message.text) if message.type == "error" else None)

    def fulfill(route: Route) -> None:
        path = urlsplit(route.request.url).path
        name, beside = Path(path).name, path.removeprefix("/sco/")
        if path.startswith("/again/"):
            route.fulfill(body=(again / name).read_text(encoding="utf-8"), content_type="text/javascript")
        elif path.startswith("/sco/") and beside in files:
            kind = "text/html" if name.endswith(".html") else TYPES[Path(name).suffix]
            route.fulfill(body=files[beside], content_type=f"{kind}; charset=utf-8")
        elif path.startswith("/script/"):
            found = next(folder / name for folder in (FOLDER, LOOK) if (folder / name).is_file())
            route.fulfill(body=found.read_text(encoding="utf-8"), content_type="text/javascript")
        elif path == "/modules.html":
            route.fulfill(body="<!doctype html><title>Modules</title>", content_type="text/html")
        else:
            route.fulfill(status=404)

    page.route("**/*", fulfill)
    yield lms
    page.close()


__all__ = ["Lms", "chromium", "learning_system"]
