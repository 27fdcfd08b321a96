"""The comparison as a table."""

from pathlib import Path

import pytest
from lxml import html as lxml_html

from courseware.comparison import comparison_html
from courseware.library import OWN_ROOT, read_library
from tests.content import tiny_root
from tests.courseware.made import change, html_of, the_course, tiny_copy, told

FILE = "courseware/knots/comparison.yaml"


def test_the_table_has_headers_for_rows_and_columns_and_an_id_for_each_cell() -> None:
    table = lxml_html.fromstring(comparison_html(the_course(read_library([tiny_root()])))).find("table")
    assert table.get("class") == "compare"
    assert [cell.text_content() for cell in table.findall("thead//th")] == ["Compared", "Bowline", "Clove hitch"]
    assert {cell.get("scope") for cell in table.findall("thead//th")} == {"col"}
    assert [(cell.text_content(), cell.get("scope")) for cell in table.findall("tbody//th")] == [
        ("Shape", "row"),
        ("Letting go", "row"),
    ]
    assert [cell.get("id") for cell in table.findall("tbody//td")] == [
        "shape-bowline",
        "shape-hitch",
        "release-bowline",
        "release-hitch",
    ]


def test_a_cell_says_what_holds_what_was_said_and_the_verdict_in_words() -> None:
    table = lxml_html.fromstring(comparison_html(the_course(read_library([tiny_root()]))))
    cell = table.get_element_by_id("release-hitch")
    assert [part.text_content() for part in cell.xpath("*[not(self::details)] | details/*")] == [
        "Clove hitch",
        "Can be undone, and can also slip by itself",
        "Wrong: Clove hitch, Letting go",
        "Article: Never slips",
        "Wrong. A clove hitch on a turning or smooth post slips.",
    ]
    assert cell.find("details/span[@class='then']") is not None


def test_the_table_stands_in_the_lesson_and_its_cells_can_be_linked() -> None:
    course = the_course(read_library([tiny_root()]))
    lesson = course.lesson("tying")
    assert lesson is not None
    assert comparison_html(course, "/courses/knots/ledger") in html_of(lesson)
    assert {"shape-bowline", "release-hitch"} <= lesson.anchors


def test_a_cell_links_to_the_claims_that_say_the_same() -> None:
    course = the_course(read_library([tiny_root()]))
    table = lxml_html.fromstring(comparison_html(course, "/courses/knots/ledger"))
    links = [(link.get("href"), link.text_content()) for link in table.xpath("//td[@id='release-hitch']//a")]
    assert links == [
        (
            "/courses/knots/ledger#hitch-slips",
            "Proof: A clove hitch can work loose by itself, while a bowline stays.",
        )
    ]
    assert "href" not in comparison_html(course)


def test_the_real_comparison_has_eight_rows_and_three_columns() -> None:
    table = lxml_html.fromstring(comparison_html(read_library([OWN_ROOT]).courses["deep-learning-frameworks"]))
    assert (len(table.findall(".//tbody/tr")), len(table.findall(".//tbody/tr/td"))) == (8, 24)
    assert all(cell.text_content() for cell in table.findall(".//td"))


def test_a_course_without_a_comparison_has_no_table(tmp_path: Path) -> None:
    root = tiny_copy(tmp_path)
    (root / FILE).unlink()
    assert comparison_html(the_course(read_library([root]))) == ""
    assert [fault for fault in told(root) if "claims.yaml" not in fault] == [
        "courseware/knots/lessons/tying.md:42: this course has no comparison that can be used; write comparison.yaml"
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("        verdict: wrong\n", "        verdict: false\n",
         "25: “verdict” must be one of imprecise, incomplete, outdated, true, wrong, not false"),
        ("      hitch:\n        now: Can be", "      reef:\n        now: Can be",
         "16: the row “release” has no cell for “hitch”; add it"),
        ("      hitch:\n        now: Can be", "      reef:\n        now: Can be",
         "22: “reef” is not a facet of this course; known: bowline, hitch"),
        ("        note: A clove hitch on a turning or smooth post slips.\n", "",
         "25: the verdict “wrong” needs a note that says why; add it"),
        ("  - id: release\n", "  - id: shape\n", "14: the row “shape” is listed twice; give each its own id"),
        ("    title: Letting go\n", "    titel: Letting go\n", "15: unknown key “titel”; did you mean “title”?"),
        ("        article: Never slips\n", "", "22: “hitch” lacks the key “article”; add it"),
        ("rows:\n", "rows: x\nlines:\n", "1: “rows” must be a list, not “x”"),
    ],
)  # fmt: skip
def test_a_fault_in_the_comparison_is_told_with_its_line(tmp_path: Path, old: str, new: str, expected: str) -> None:
    root = tiny_copy(tmp_path)
    change(root / FILE, old, new)
    assert f"{FILE}:{expected}" in told(root)
