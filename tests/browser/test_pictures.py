"""Pictures of questions as a browser shows them: in an independent QTI 3 player, in our player, and on the site."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Frame, Page, Route, expect

from quizzes.exports import formats
from tests.browser.pages import chromium
from tests.browser.qti3_player.player import open_player
from tests.browser.scorm.lms import learning_system
from tests.browser.scorm.samples import begin, course_files, open_each, quiz_files, submit
from tests.courseware.packages.samples import written
from tests.quizzes.exports.samples import opened
from tests.quizzes.exports.test_pictures import looks

PROMPT, OPTION = "A ring of rope with a long end", "a rope around a post"
FEEDBACK, EXPLAINED = "A ring of rope with a bar across its end", "a ring of rope"
WIDTH, HEIGHT = 48, 32


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as opened_browser:
        yield opened_browser


def seen(page: Page | Frame, within: str) -> set[str]:
    """Return what the pictures in sight are said to be; each must be as large as it is."""
    found = [image for image in page.locator(f"{within} img").all() if image.is_visible()]
    for image in found:
        image.scroll_into_view_if_needed()
        expect(image).to_have_js_property("complete", True)
        expect(image).to_have_js_property("naturalWidth", WIDTH)
        expect(image).to_have_js_property("naturalHeight", HEIGHT)
    return {image.get_attribute("alt") or "" for image in found}


def test_an_independent_qti_player_shows_the_pictures_of_prompts_and_options() -> None:
    package = opened(formats()["qti30"].write(looks()))

    def fulfill(route: Route) -> None:
        name = route.request.url.rpartition("/")[2]
        route.fulfill(body=package.read(f"images/{name}"), content_type="image/png")

    with open_player() as player:
        player.page.route("**/images/*", fulfill)
        played = player.play(package.read("items/looks-like.xml"), [])
        assert played.faults == []
        assert seen(player.page, "#qti-item-container") >= {PROMPT, OPTION}


@pytest.mark.parametrize("version", ["1.2", "2004"])
def test_a_quiz_played_in_a_learning_system_shows_its_pictures(browser: Browser, version: str) -> None:
    with learning_system(browser, version, quiz_files(version, "knots", "looks")) as lms:
        frame = lms.open()
        begin(frame)
        found = set()
        for _ in open_each(frame):
            found |= seen(frame, ".question")
        assert found == {PROMPT, OPTION}
        submit(frame)
        frame.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true; })")
        assert seen(frame, "main") >= {PROMPT, OPTION, EXPLAINED}
        assert lms.faults == []


def test_a_whole_course_played_in_a_learning_system_shows_them_in_its_lessons(browser: Browser) -> None:
    with learning_system(browser, "1.2", course_files("1.2")) as lms:
        page = lms.open_alone()
        page.goto(f"{page.url.partition('#')[0]}#/lesson/tying")
        assert answered_rightly(page) >= {PROMPT, OPTION, FEEDBACK}
        assert lms.faults == []


def test_the_site_shows_them_from_a_folder(browser: Browser, tmp_path: Path) -> None:
    for name, content in written("site", "knots").items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    page = browser.new_page()
    page.goto(f"{tmp_path.as_uri()}/lesson-tying.html")
    assert answered_rightly(page) >= {PROMPT, OPTION, FEEDBACK}
    page.close()


def answered_rightly(page: Page) -> set[str]:
    """Answer the first question of the check rightly, and return what the pictures of it are said to be."""
    card = page.locator(".check .card").first
    card.get_by_label("A loop", exact=True).check()
    card.get_by_role("button", name="Check").click()
    expect(card.get_by_text("A noose has a bar")).to_be_visible()
    return seen(page, ".check")
