"""The comparison in a browser: axe, widths, choices that show at once, links to cells, and the same without scripts."""

import re

import pytest
from playwright.sync_api import Route, expect

from tests.browser.conftest import Open
from tests.browser.looking import await_elements, faults

KNOTS = "/courses/knots/comparison"
FRAMEWORKS = "/courses/deep-learning-frameworks/comparison"
BOTH = [(360, "light"), (360, "dark"), (1360, "light"), (1360, "dark")]


@pytest.mark.parametrize("path", [FRAMEWORKS, f"{KNOTS}?row=shape&changed=1#shape-bowline"])
def test_neither_axe_nor_a_narrow_window_finds_a_fault(visit: Open, path: str) -> None:
    page = visit()
    page.goto(path)
    assert faults(page, BOTH) == []


def test_a_choice_shows_at_once_and_stays_in_the_address(visit: Open) -> None:
    page = visit()
    page.goto(KNOTS)
    expect(page.get_by_role("button", name="Show")).to_be_hidden()
    page.get_by_label("Row").select_option("Letting go")
    expect(page).to_have_url(re.compile(r"comparison\?row=release$"))
    expect(page.locator("td[id]")).to_have_count(2)
    expect(page.get_by_role("status").first).to_have_text("2 of 4 cells")
    page.get_by_label("Row").select_option("All rows")
    page.get_by_label("Show only what changed").check()
    expect(page).to_have_url(re.compile(r"comparison\?changed=1$"))
    expect(page.locator("td[id]")).to_have_count(3)
    page.reload()
    expect(page.locator("td[id]")).to_have_count(3)
    page.get_by_role("link", name="Show the whole table").click()
    expect(page.locator("td[id]")).to_have_count(4)


def test_a_choice_made_before_the_script_has_come_shows_when_it_comes(visit: Open) -> None:
    page = visit()
    held: list[Route] = []
    page.route("**/cw-filter.js*", lambda route: held.append(route))  # noqa: PLW0108 (a method of a list takes no marks)
    with page.expect_request("**/cw-filter.js*"):
        page.goto(KNOTS, wait_until="domcontentloaded")
    page.get_by_label("Row").select_option("Letting go")
    expect(page.locator("td[id]")).to_have_count(4)
    for route in held:
        route.continue_()
    expect(page.locator("td[id]")).to_have_count(2)
    expect(page).to_have_url(re.compile(r"comparison\?row=release$"))


def test_a_cells_link_is_copied_and_marks_the_cell(visit: Open) -> None:
    page = visit()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(KNOTS)
    await_elements(page)
    page.get_by_role("link", name="Link to the cell Letting go, Bowline").press("Enter")
    expect(page.locator("#release-bowline").get_by_text("Link copied")).to_be_visible()
    expect(page.locator("td:target")).to_have_id("release-bowline")
    expect(page).to_have_url(re.compile("/courses/knots/comparison#release-bowline$"))
    assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_the_table_can_be_filtered_without_scripts(visit: Open) -> None:
    page = visit(scripts=False)
    page.set_viewport_size({"width": 360, "height": 900})
    page.goto(KNOTS)
    page.get_by_label("Row").select_option("Shape")
    page.get_by_label("Show only what changed").check()
    page.get_by_role("button", name="Show").click()
    expect(page).to_have_url(re.compile(r"comparison\?row=shape&changed=1$"))
    expect(page.locator("td[id]")).to_have_count(1)
    page.get_by_role("link", name="Link to the cell Shape, Bowline").click()
    expect(page.locator("td:target")).to_have_id("shape-bowline")


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_a_cell_in_a_lesson_folds_its_backing_on_a_phone_alone(visit: Open, scripts: bool) -> None:
    page = visit(scripts)
    page.goto("/courses/knots/lessons/tying")
    backing = page.locator("#release-hitch .then")
    expect(backing).to_be_visible()
    page.set_viewport_size({"width": 360, "height": 800})
    expect(backing).to_be_hidden()
    page.locator("#release-hitch summary", has_text="Wrong").click()
    expect(backing).to_be_visible()
    expect(page.locator("#shape-hitch .then")).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.locator("#shape-hitch .then")).to_be_visible()
    expect(page.locator("#release-hitch").get_by_text("Wrong.")).to_be_visible()
