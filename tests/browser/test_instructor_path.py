"""An instructor in a real browser: from the one-time link to a board that shows a learner who passed."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from itsdangerous import URLSafeTimedSerializer
from playwright.sync_api import Page, expect

from courseware.library import Library
from tests.browser.conftest import Open
from tests.browser.learning import PASSWORD, begin, register, take
from tests.browser.live import SECRET, live
from tests.browser.looking import SETTLED, resize
from tests.browser.pages import axe_faults, overflow_px

FIRST = URLSafeTimedSerializer(SECRET, salt="first-instructor")
LIST = "name,email\nNora Novak,nora@example.org\nBen,ben at example.org\n"
# What axe measures depends on the width or on the colours, never on both together.
LOOKS = [(1360, "light"), (360, "dark")]


@pytest.fixture
def address(tmp_path: Path, library: Library) -> Iterator[str]:
    """Where the app is served, with nobody in it: the link to the first instructor works once."""
    with live(tmp_path, library) as address:
        yield address


def become_first(page: Page) -> None:
    page.goto(f"/account/first/{FIRST.dumps('first')}")
    page.get_by_label("Name").fill("Ines")
    page.get_by_label("E-mail").fill("ines@example.org")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Become the first instructor").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Cohorts")


def make_cohort(page: Page) -> str:
    """Make a cohort and return its join link."""
    page.get_by_role("link", name="New cohort").click()
    page.get_by_label("Name").fill("Autumn evenings")
    page.get_by_label("Course").select_option(label="Two knots")
    page.get_by_role("button", name="Make the cohort").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("People in Autumn evenings")
    return page.get_by_label("Join link").input_value()


def add_from_list(page: Page) -> str:
    """Add the good line of a list, and return the invitation link of whoever it names."""
    page.get_by_label("Or paste the lines").fill(LIST)
    page.get_by_role("button", name="Check the list").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Check the list")
    row = page.get_by_role("row", name=re.compile("^3 "))
    expect(row).to_contain_text("Its e-mail address is not one.")
    page.get_by_role("button", name="Add the 1 good line").click()
    expect(page.get_by_text("1 person is added.")).to_be_visible()
    page.get_by_text("Invitation link: Nora Novak").click()
    return page.get_by_label("Invitation link of Nora Novak").input_value()


def join_and_pass(page: Page, link: str, scripts: bool) -> None:
    register(page, "Lena")
    page.goto(link)
    page.get_by_role("button", name="Join").click()
    expect(page.get_by_text("You joined “Autumn evenings”.")).to_be_visible()
    begin(page)
    take(page, scripts)


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_an_instructor_comes_from_the_one_time_link_to_a_board_that_shows_a_learner(visit: Open, scripts: bool) -> None:
    page, learner = visit(scripts), visit(scripts)
    become_first(page)
    link = make_cohort(page)
    invitation = add_from_list(page)
    join_and_pass(learner, link, scripts)

    page.get_by_role("link", name="Board", exact=True).click()
    row = page.get_by_role("row", name=re.compile("^Lena"))
    expect(row).to_contain_text("100 percent, passed, 1 attempt")
    expect(page.get_by_role("row", name=re.compile("^Nora Novak"))).to_contain_text("Invited")
    page.get_by_role("link", name="Lena", exact=True).click()
    page.get_by_role("link", name="Tying, attempt 1").click()
    expect(page.get_by_text("The bowline is a loop, the clove hitch holds on to a post.")).to_be_visible()

    page.goto("/teach/cohorts/1/quizzes/tying")
    page.locator("summary").filter(has_text="Which of the two makes a loop?").click()
    expect(page.locator("#item-which-loop .share").first).to_contain_text("1 (100%)")

    nora = visit(scripts)
    nora.goto(invitation)
    nora.get_by_label("Password").fill(PASSWORD)
    nora.get_by_role("button").last.click()
    expect(nora).to_have_url(re.compile("/my$"))
    page.goto("/teach/cohorts/1?sort=name&dir=desc")
    expect(page.get_by_role("row", name=re.compile("^Nora Novak"))).not_to_contain_text("Invited")


def test_a_quiz_is_taken_to_another_system_after_its_report(visit: Open) -> None:
    page = visit()
    become_first(page)
    page.get_by_role("link", name="Quizzes and export").click()
    page.get_by_role("link", name="Tying", exact=True).click()
    page.get_by_role("link", name="Moodle XML").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Tying as Moodle XML")
    expect(page.get_by_role("row")).to_have_count(13)
    with page.expect_download() as taken:
        page.get_by_role("link", name="Download knots-tying.xml").click()
    assert taken.value.suggested_filename == "knots-tying.xml"
    assert taken.value.path().read_bytes().startswith(b"<?xml")


def test_every_page_of_an_instructor_is_accessible_at_both_widths_light_and_dark(visit: Open) -> None:
    page, learner = visit(), visit()
    become_first(page)
    link = make_cohort(page)
    add_from_list(page)
    join_and_pass(learner, link, scripts=True)
    home = "/teach/cohorts/1"
    shown = [
        "/teach",
        "/teach/cohorts/new",
        home,
        f"{home}?q=nobody",
        f"{home}/people",
        f"{home}/people/3/remove",
        f"{home}/learners/3",
        f"{home}/learners/3/attempts/1",
        f"{home}/quizzes",
        f"{home}/quizzes/tying",
        f"{home}/quizzes/final",
        f"{home}/settings",
        "/teach/quizzes",
        "/teach/quizzes/knots",
        "/teach/quizzes/knots/tying",
        "/teach/quizzes/knots/tying/export/gift",
        "/teach/people",
        "/teach/people/2",
        "/teach/files",
    ]
    faults: dict[str, list[str]] = {}
    for path in shown:
        page.goto(path)
        faults |= looked_at(page, path)
    page.goto(f"{home}/people")
    page.get_by_label("Or paste the lines").fill(LIST)
    page.get_by_role("button", name="Check the list").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Check the list")
    faults |= looked_at(page, "the report of a list")
    page.goto(f"{home}/people")
    page.get_by_role("button", name="Check the list").click()
    expect(page.get_by_text("Nobody is in this list.").first).to_be_visible()
    faults |= looked_at(page, "a list of nobody")
    assert {path: found for path, found in faults.items() if found} == {}


def looked_at(page: Page, name: str) -> dict[str, list[str]]:
    """Return what is wrong with the page in each of its looks, with everything in it unfolded."""
    page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true; })")
    faults: dict[str, list[str]] = {}
    for width, scheme in LOOKS:
        resize(page, width)
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        page.evaluate(SETTLED)
        wide = overflow_px(page)
        too_wide = [f"wider than the window by {wide} px"] if wide else []
        faults[f"{name} {width} {scheme}"] = too_wide + axe_faults(page)
    return faults
