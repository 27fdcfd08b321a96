"""An instructor brings questions in a real browser: the table to fill in, a file, its report, and the bank."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from courseware.library import Library
from tests.browser.conftest import Open
from tests.browser.live import live
from tests.browser.looking import faults
from tests.browser.test_instructor_path import LOOKS, become_first
from tests.quizzes.imports.reading import HERE


@pytest.fixture
def address(tmp_path: Path, library: Library) -> Iterator[str]:
    """Where the app is served, with nobody in it."""
    with live(tmp_path, library) as address:
        yield address


def send(page: Page, path: Path) -> None:
    page.goto("/teach/imports")
    page.get_by_label("File").set_input_files(path)
    page.get_by_role("button", name="Read the file").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"What becomes of {path.name}")


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_a_table_is_taken_filled_in_and_becomes_a_bank(visit: Open, tmp_path: Path, scripts: bool) -> None:
    page = visit(scripts)
    become_first(page)
    for name, kind in (("Table for Excel", "xlsx"), ("Table as CSV", "csv")):
        page.goto("/teach/imports")
        with page.expect_download() as table:
            page.get_by_role("link", name=name).click()
        filled = tmp_path / table.value.suggested_filename
        assert filled.name == f"questions.{kind}"
        table.value.save_as(filled)
        send(page, filled)
        expect(page.locator(".tiles")).to_contain_text("7")
        with page.expect_download() as bank:
            page.get_by_role("link", name="Download questions.yaml").click()
        assert bank.value.path().read_text().count("kind:") == 7


@pytest.mark.parametrize("name", ["sample.gift", "sample.aiken.txt"])
def test_a_text_file_leads_to_a_report_that_names_each_refusal(visit: Open, name: str) -> None:
    page = visit()
    become_first(page)
    send(page, HERE / name)
    expect(page.get_by_role("heading", name="questions are refused")).to_be_visible()
    expect(page.get_by_role("row", name=f"{name}:").first).to_be_visible()
    assert faults(page, LOOKS) == []


def test_the_page_of_imports_is_accessible_with_its_columns_told(visit: Open) -> None:
    page = visit()
    become_first(page)
    page.goto("/teach/imports")
    page.get_by_text("What belongs in each column").click()
    expect(page.get_by_role("row", name="tolerance")).to_be_visible()
    assert faults(page, LOOKS) == []
