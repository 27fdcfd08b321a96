"""An instructor in a real browser brings a package of Canvas: the report, and the bank; a learner can't."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import FilePayload, Page, expect

from courseware.library import Library
from tests.browser.conftest import Open
from tests.browser.learning import register
from tests.browser.live import live
from tests.browser.looking import SETTLED, resize
from tests.browser.pages import axe_faults, overflow_px
from tests.browser.test_instructor_path import LOOKS, become_first
from tests.quizzes.imports.reading import PICTURE, zipped_folder

PACKAGE = zipped_folder("canvas_sample", **{"Uploaded Media/a rope.png": PICTURE})
REFUSED = (403, 404)


@pytest.fixture
def address(tmp_path: Path, library: Library) -> Iterator[str]:
    with live(tmp_path, library) as address:
        yield address


def bring(page: Page) -> None:
    page.goto("/teach/imports")
    upload = FilePayload(name="ropes.zip", mimeType="application/zip", buffer=PACKAGE)
    page.get_by_label("File").set_input_files(upload)
    page.get_by_role("button", name="Read the file").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What becomes of ropes.zip")


def test_a_package_is_reported_and_taken_and_no_learner_reaches_it(visit: Open) -> None:
    page, learner = visit(), visit()
    become_first(page)
    bring(page)
    expect(page.get_by_text("Canvas (QTI 1.2)").first).to_be_visible()
    expect(page.get_by_text("1 page and 1 discussion")).to_be_visible()
    expect(page.get_by_role("row").filter(has_text="origami_question")).to_contain_text("ropes/ropes.xml:333")
    for width, scheme in LOOKS:
        resize(page, width)
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        page.evaluate(SETTLED)
        assert (axe_faults(page), overflow_px(page)) == ([], 0)
    with page.expect_download() as taken:
        page.get_by_role("link", name="Download ropes.zip").click()
    names = ZipFile(BytesIO(taken.value.path().read_bytes())).namelist()
    assert [name.rpartition("-")[0] or name for name in names] == ["ropes.yaml", "images/a-rope"]

    register(learner, "Lena")
    for where in ("/teach/imports", page.url, f"{page.url}/bank"):
        assert learner.request.get(where).status in REFUSED
