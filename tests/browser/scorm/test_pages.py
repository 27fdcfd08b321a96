"""Every page of a quiz and of a course in a package: accessible, and as wide as its window."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.pages import axe_faults, chromium, overflow_px
from tests.browser.scorm.lms import learning_system
from tests.browser.scorm.samples import answer_everything, begin, open_each, quiz_files, submit
from tests.browsing import check_page


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as opened:
        yield opened


def faults_of(page: Page, name: str) -> list[str]:
    check_page(page.content())
    wide = overflow_px(page)
    return [f"{name}: {fault}" for fault in axe_faults(page)] + ([f"{name}: {wide} px too wide"] if wide else [])


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1360])
def test_every_page_of_a_quiz_with_every_kind_is_accessible(browser: Browser, width: int, scheme: str) -> None:
    with learning_system(browser, "1.2", quiz_files("1.2")) as lms:
        lms.page.set_viewport_size({"width": width, "height": 800})
        lms.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        page = lms.open_alone()
        found = faults_of(page, "start")
        begin(page)
        for _ in open_each(page):
            found += faults_of(page, page.locator(".question .lead").inner_text())
        answer_everything(page)
        submit(page)
        page.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true; })")
        found += faults_of(page, "result")
        assert found == []
        assert lms.faults == []
