"""The chooser in a browser: axe, widths, the keyboard, results that show at once, and the same without scripts."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open
from tests.browser.looking import await_elements, faults, resize

KNOTS = "/courses/knots/chooser"
FRAMEWORKS = "/courses/deep-learning-frameworks/chooser"
BOTH = [(360, "light"), (360, "dark"), (1360, "light"), (1360, "dark")]


@pytest.mark.parametrize(
    "path", [FRAMEWORKS, f"{FRAMEWORKS}?existing=pytorch&training=windows&work=standard", f"{KNOTS}?after=new"]
)
def test_neither_axe_nor_a_narrow_window_finds_a_fault(visit: Open, path: str) -> None:
    page = visit()
    page.goto(path)
    if "existing" in path:
        page.get_by_text("Show the table of weights").click()
    assert faults(page, BOTH) == []


def test_an_answer_given_by_keyboard_shows_at_once_and_stays_in_the_address(visit: Open) -> None:
    page = visit()
    page.goto(KNOTS)
    page.get_by_role("group", name="Is there a post?").get_by_label("Leave open").focus()
    page.keyboard.press("ArrowDown")  # from the last answer round to the first
    heading = page.locator("#result-title")
    expect(heading).to_have_text("Recommended: Clove hitch")
    expect(page.locator("form [role=status]")).to_have_text("Recommended: Clove hitch")
    expect(page).to_have_url(re.compile(r"/chooser\?post=yes$"))
    page.reload()
    expect(heading).to_have_text("Recommended: Clove hitch")
    await_elements(page)
    page.get_by_role("button", name="See the result").press("Enter")
    expect(page.locator("#result")).to_be_focused()
    page.get_by_role("link", name="Clear the answers").click()
    expect(heading).to_have_text("Nothing is recommended yet")
    expect(page).to_have_url(re.compile(r"/chooser$"))


@pytest.mark.parametrize("width", [360, 1360])
def test_the_address_of_a_result_has_the_width_of_the_result(visit: Open, width: int) -> None:
    page = visit()
    page.goto(f"{FRAMEWORKS}?existing=pytorch")
    await_elements(page)
    resize(page, width)
    field = page.get_by_role("textbox", name="Link").bounding_box()
    result = page.locator("#result").bounding_box()
    assert field is not None
    assert result is not None
    assert field["width"] > result["width"] / 2


def test_a_reason_opens_its_proof_in_place(visit: Open) -> None:
    page = visit()
    page.goto(KNOTS)
    page.get_by_label("It comes and goes").check()
    expect(page.locator("#result-title")).to_have_text("Recommended: Bowline")
    await_elements(page)
    page.locator("#result").get_by_role("link", name="Proof").first.click()
    expect(page.get_by_role("dialog")).to_contain_text("A clove hitch can work loose by itself")


def test_it_chooses_without_scripts(visit: Open) -> None:
    page = visit(scripts=False)
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(KNOTS)
    page.get_by_label("It comes and goes").check()
    page.get_by_role("button", name="See the result").click()
    expect(page.locator("#result-title")).to_have_text("Recommended: Bowline")
    expect(page.locator("#result-title")).to_be_in_viewport()
    expect(page).to_have_url(re.compile(r"/courses/knots/chooser\?load=varying&after=&post=#result$"))
    page.get_by_role("link", name="See it so").click()
    expect(page.locator("#result-title")).not_to_have_text("Recommended: Bowline")
