"""Programs side by side in a browser, and in packages: level where there is room, else one below the other."""

from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Open
from tests.browser.looking import faults, resize
from tests.courseware.packages.samples import written

COURSE = "deep-learning-frameworks"
LESSON = f"/courses/{COURSE}/lessons/introduction"
LOOKS = [(360, "light"), (360, "dark"), (1360, "light"), (1360, "dark")]


def sides(page: Page) -> list[Locator]:
    found = page.locator(".diff").first.get_by_role("group").all()
    assert len(found) == 3
    return found


def box(part: Locator) -> dict[str, float]:
    found = part.bounding_box()
    assert found is not None
    return dict(found)


def check_level(page: Page) -> None:
    """Check that the columns stand beside each other, and each line beside its counterparts."""
    columns = [box(side) for side in sides(page)]
    assert [column["x"] for column in columns] == sorted({column["x"] for column in columns})
    for text in ("import", "x = ", "print"):
        tops = {round(box(side.locator(".line", has_text=text).first)["y"]) for side in sides(page)}
        assert len(tops) == 1, text


def check_below(page: Page) -> None:
    """Check that each program stands below the one before, as wide as that."""
    columns = [box(side) for side in sides(page)]
    assert len({(column["x"], column["width"]) for column in columns}) == 1
    assert all(above["y"] + above["height"] <= below["y"] + 1 for above, below in pairwise(columns))


@pytest.mark.parametrize("scripts", [True, False])
def test_lines_stand_level_in_a_wide_window_and_programs_below_each_other_in_a_narrow_one(
    visit: Open, scripts: bool
) -> None:
    page = visit(scripts=scripts)
    page.goto(LESSON)
    resize(page, 1360)
    check_level(page)
    resize(page, 360)
    check_below(page)


def test_the_signs_are_read_as_words_and_the_columns_by_their_names(visit: Open) -> None:
    page = visit()
    page.goto(LESSON)
    shown = page.locator(".diff").first
    expect(shown).to_match_aria_snapshot("""
      - heading "One sum of squares, three interfaces" [level=3]
      - group "Keras":
        - code:
          - text: "differs: import"
          - mark: keras
      - group "TensorFlow":
        - code:
          - text: "differs: import"
          - mark: tensorflow as tf
      - group "PyTorch":
        - code:
          - text: "differs: import"
          - mark: torch
    """)


@pytest.mark.parametrize("lesson", ["introduction", "keras", "pytorch", "key-differences"])
def test_axe_finds_nothing_and_nothing_is_too_wide(visit: Open, lesson: str) -> None:
    page = visit()
    page.goto(f"/courses/{COURSE}/lessons/{lesson}")
    expect(page.locator(".diff").first).to_be_visible()
    assert faults(page, LOOKS) == []
    for width in (360, 1360):
        resize(page, width)
        scrolling = "codes => codes.filter(code => code.scrollWidth > code.clientWidth).length"
        assert page.locator(".diff-code").evaluate_all(scrolling) == 0


def test_a_site_to_read_offline_shows_the_same(visit: Open, tmp_path: Path) -> None:
    for name, text in written("site", COURSE).items():
        (tmp_path / name).write_bytes(text)
    page = visit()
    page.goto((tmp_path / "lesson-introduction.html").as_uri())
    resize(page, 1360)
    check_level(page)
    resize(page, 360)
    check_below(page)


@pytest.mark.parametrize("package", ["scorm12", "scorm2004"])
def test_a_scorm_package_holds_the_same_programs_and_styles(package: str) -> None:
    site, scorm = written("site", COURSE), written(package, COURSE)
    pages = b"".join(text for name, text in site.items() if name.startswith("lesson-"))
    assert scorm["index.html"].count(b'<div class="diff-side"') == pages.count(b'<div class="diff-side"') >= 12
    rule = b".diff-sides"
    assert rule in scorm["style.css"]
    assert scorm["style.css"].count(rule) == site["style.css"].count(rule)
