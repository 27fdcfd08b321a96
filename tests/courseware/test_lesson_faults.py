"""Every fault of a lesson's text is told with its line.

Bodies start in line 10; each case of `lesson_faults.txt` is what is told, and the body below.
"""

from pathlib import Path

import pytest

from tests.courseware.made import change, html_of, lesson_from, tiny_copy, told
from tests.courseware.test_lessons import KEEP, TABS


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tiny_copy(tmp_path)


CASES = [case.split("\n", 1) for case in Path(__file__).with_name("lesson_faults.txt").read_text().split("=== ")[1:]]


@pytest.mark.parametrize(("expected", "body"), [pytest.param(*case, id=case[0][:60]) for case in CASES])
def test_a_fault_in_a_body_is_told_with_its_line(root: Path, expected: str, body: str) -> None:
    _, faults = lesson_from(root, body.rstrip("\n") + KEEP)
    assert [fault for fault in faults if fault.replace(f"{root}/", "").startswith(expected)], faults


def test_a_lesson_without_faults_has_none(root: Path) -> None:
    assert lesson_from(root, TABS + KEEP)[1] == []


def test_raw_html_is_shown_and_never_run(root: Path) -> None:
    lesson, _ = lesson_from(root, "<script>alert(1)</script>\n\n[x](javascript:alert(1)) <img src=x onerror=y>" + KEEP)
    html = html_of(lesson)
    assert "<script" not in html
    assert "<img" not in html
    assert "href" not in html.partition("<h2")[0]


LESSON = "courseware/knots/lessons/ropes.md"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("---\ntitle", "title", "1: has no front matter; start the file with a line “---”"),
        ("\n---\n\n## Names", "\n\n## Names", "1: has front matter without an end; close it with a line “---”"),
        ("title: The parts of a rope\n", "", "2: the file lacks the key “title”; add it"),
        ("nav: Ropes\n", "nav: ''\n", "3: “nav” is empty; write something"),
        ("section: Ropes\n", "sektion: Ropes\n", "5: unknown key “sektion”; did you mean “section”?"),
        ("- {id: rope-strength, text", "- {id: Rope, text",
         "8: “id” must be lower-case words joined by hyphens, not “Rope”"),
        ("section: Ropes\n", "section: [\n", "7: is not YAML: expected the node content, but found '-'"),
        ("section: Ropes\n", "section: Ropes\nquiz: ropes-check\n",
         "6: the lesson's quiz is “ropes-check”, whose mode is check; it must be graded"),
        ("section: Ropes\n", "section: Ropes\nquiz: gone\n",
         "6: the lesson's quiz is “gone”, but this course has no such quiz"),
        ("id: rope-strength, text", "id: rope-parts, text",
         "8: the objective “rope-parts” is already used in courseware/knots/lessons/ropes.md; give each its own id"),
    ],
)  # fmt: skip
def test_a_fault_in_the_front_matter_is_told_with_its_line(root: Path, old: str, new: str, expected: str) -> None:
    change(root / LESSON, old, new)
    faults = [fault.replace(f"{root}/", "") for fault in told(root)]
    assert [fault for fault in faults if fault.startswith(f"{LESSON}:{expected}")], faults


def test_a_lesson_that_is_no_utf_8_is_told(root: Path) -> None:
    (root / LESSON).write_bytes(b"---\ntitle: \xff\n---\n")
    assert f"{LESSON}: is not UTF-8 (byte 11); save it as UTF-8" in told(root)
