"""The site in Chromium, opened from a folder: read, checked, quizzed, and gone on with at the next visit."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.pages import PATIENCE_MS, axe_faults, chromium, overflow_px
from tests.browser.scorm.samples import begin, go_to, review, submit
from tests.courseware.packages.samples import written

NO_STORAGE = """Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("refused", "SecurityError"); } });"""
# axe asks for the style sheet in a way that the browser refuses to pages that are files.
OF_AXE = re.compile("XMLHttpRequest at 'file:|net::ERR_FAILED")
Visit = Callable[..., Page]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as opened:
        yield opened


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the folder into which the site was unpacked."""
    folder: Path = tmp_path_factory.mktemp("site")
    for name, content in written("site", "knots").items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)
    return folder.as_uri()


@pytest.fixture
def visit(browser: Browser, site: str) -> Iterator[Visit]:
    """Open a page of the site in a new browser; it must end without a complaint."""
    faults: list[str] = []
    contexts = []

    def opened(name: str, script: str = "", width: int = 1000, scheme: str = "light", scripts: bool = True) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if scheme == "dark" else "light",
            reduced_motion="reduce",
            java_script_enabled=scripts,
        )
        contexts.append(context)
        if script:
            context.add_init_script(script)
        page = context.new_page()
        page.set_default_timeout(PATIENCE_MS)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
        page.goto(f"{site}/{name}")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert [fault for fault in faults if not OF_AXE.search(fault)] == []


def check(page: Page) -> None:
    """Answer the first question of the lesson on ropes rightly."""
    card = page.locator(".check .card").first
    card.get_by_label("The working end").check()
    card.get_by_role("button", name="Check").click()


def test_a_check_in_a_lesson_is_graded_at_once_and_kept(visit: Visit) -> None:
    page = visit("lesson-ropes.html")
    expect(page.locator("#saved")).to_have_text("")
    check(page)
    card = page.locator(".check .card").first
    expect(card.locator(".result")).to_contain_text("1 of 1 point")
    expect(card.locator(".explanation")).to_be_visible()
    expect(page.locator("#saved")).to_contain_text("Kept in this browser at")
    page.reload()
    expect(page.locator(".check .card").first.locator(".result")).to_contain_text("1 of 1 point")
    card.get_by_role("button", name="Answer again").click()
    expect(card.get_by_role("button", name="Check")).to_be_visible()


def test_a_quiz_is_begun_left_gone_on_with_and_graded_with_feedback(visit: Visit) -> None:
    page = visit("lesson-tying.html")
    page.locator(".closing").get_by_role("link", name="Tying").click()
    begin(page)
    go_to(page, "At which load does it break?")
    page.get_by_label("Your answer").fill("600")
    page.wait_for_function("Object.values(localStorage).some((kept) => kept.includes('600'))")
    address = page.url.partition("#")[0]
    page.goto("about:blank")
    page.goto(address)
    page.get_by_role("button", name="Resume the attempt").click()
    go_to(page, "At which load does it break?")
    expect(page.get_by_label("Your answer")).to_have_value("600")
    go_to(page, "Which of the two makes a loop?")
    page.locator(".choice").filter(has_text="Bowline").click()
    submit(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Result: Tying")
    expect(page.locator(".tile").first).to_contain_text("of 13 points")
    expect(page.locator(".tile b").first).to_have_text("2")
    expect(page.locator(".question.right")).to_have_count(2)
    expect(page.locator(".explanation").first).to_be_visible()
    page.get_by_role("link", name="The course →").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Two knots")


def test_the_passage_that_teaches_a_question_is_a_link_that_leads_there(visit: Visit) -> None:
    page = visit("quiz-tying.html")
    begin(page)
    review(page)
    page.get_by_role("button", name="Submit").click()
    page.get_by_role("link", name="Read the passage that teaches this").first.click()
    expect(page).to_have_url(re.compile("/lesson-"))
    expect(page.locator("article h1")).to_be_visible()


def test_where_the_browser_keeps_nothing_the_page_says_so_and_still_grades(visit: Visit) -> None:
    page = visit("lesson-ropes.html", NO_STORAGE)
    expect(page.locator("#saved")).to_contain_text("This browser keeps nothing for this page.")
    check(page)
    expect(page.locator(".check .card .result").first).to_contain_text("1 of 1 point")
    page = visit("quiz-tying.html", NO_STORAGE)
    expect(page.locator("#saved")).to_contain_text("your answers are gone once you leave it")
    begin(page)
    submit(page)
    expect(page.locator(".tile").last).to_contain_text("0 of 12 answered")


def test_an_anchor_of_a_lesson_and_the_way_back_leave_its_questions_alone(visit: Visit) -> None:
    page = visit("lesson-ropes.html")
    check(page)
    page.evaluate("location.hash = '#names'")
    page.go_back()
    expect(page.locator(".check .card").first.locator(".result")).to_contain_text("1 of 1 point")


def test_without_scripts_a_lesson_is_read_and_says_what_its_questions_need(visit: Visit) -> None:
    page = visit("lesson-ropes.html", scripts=False)
    expect(page.locator(".check")).to_have_text("2 questions, asked where JavaScript is allowed.")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "name", ["index.html", "lesson-ropes.html", "lesson-tying.html", "quiz-tying.html", "glossary.html"]
)
def test_every_page_fits_a_phone_and_can_be_used_by_all(visit: Visit, name: str, scheme: str) -> None:
    page = visit(name, width=360, scheme=scheme)
    assert overflow_px(page) <= 0
    assert axe_faults(page) == []
