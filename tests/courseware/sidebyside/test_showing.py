"""`::: diff` in a lesson: the programs that were run, in columns, with their outputs; and the faults of it."""

from pathlib import Path

import pytest
from lxml import html as lxml_html
from lxml.html import HtmlElement

from courseware.course import DemoUse, Lesson
from tests.courseware.made import change, html_of, lesson_from
from tests.courseware.proofs.made import course_with_proofs, recorded

DIFF = "::: diff turns.thin loop\nTwo *knots*\n:::\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = course_with_proofs(tmp_path)
    (folder / "demos/loop.py").write_text('import os\n\nrope = os.environ["ROPE"]\nprint("a loop of", rope)\n')
    (folder / "demos/turns.py").write_text('import os\n\nprint("turns:", 2.0 + float(os.environ["POST"]))\n')
    recorded(tmp_path)
    return tmp_path


def told(root: Path, body: str) -> list[str]:
    return [fault for fault in lesson_from(root, body)[1] if "anchor" not in fault]


def sides(lesson: Lesson) -> list[HtmlElement]:
    return list(lxml_html.fromstring(f"<div>{html_of(lesson)}</div>").find_class("diff-side"))


def lines(side: HtmlElement) -> list[tuple[str, str]]:
    """Return the kind and the text of each line of a side."""
    return [(line.get("class"), line.text_content()) for line in side.find_class("line")]


def test_the_programs_stand_in_the_order_of_the_facets_and_their_lines_in_rows(root: Path) -> None:
    lesson, faults = lesson_from(root, DIFF)
    bowline, hitch = sides(lesson)
    assert faults == []
    assert [side.get("aria-label") for side in (bowline, hitch)] == ["Bowline", "Clove hitch"]
    assert lines(bowline) == [
        ("line same", "import os\n"),
        ("line same", "\n"),
        ("line alone", 'rope = os.environ["ROPE"]\n'),
        ("line differs", 'print("a loop of", rope)\n'),
    ]
    assert lines(hitch) == [
        ("line same", "import os\n"),
        ("line same", "\n"),
        ("line gap", ""),
        ("line differs", 'print("turns:", 2.0 + float(os.environ["POST"]))\n'),
    ]


def test_what_differs_is_marked_and_the_signs_are_explained(root: Path) -> None:
    lesson, _ = lesson_from(root, DIFF)
    bowline, hitch = sides(lesson)
    assert [mark.text_content() for mark in bowline.iter("mark")] == ["a loop of", "rope"]
    assert [mark.text_content() for mark in hitch.iter("mark")] == ["turns:", '2.0 + float(os.environ["POST"]']
    (key,) = lxml_html.fromstring(html_of(lesson)).find_class("diff-key")
    assert key.text_content() == (
        "≠ differs in the words marked; + is not in every program; 1 line is the same in all."
    )


def test_below_each_program_stands_what_its_run_printed(root: Path) -> None:
    bowline, hitch = sides(lesson_from(root, DIFF)[0])
    assert [pre.text_content() for side in (bowline, hitch) for pre in side.xpath(".//*[@class='ran']/pre")] == [
        "a loop of hemp",
        "turns: 2.1",
    ]
    assert "Ran on 22 November 2026 with msgspec" in hitch.text_content()


def test_a_program_that_is_copied_is_the_program(root: Path) -> None:
    for side, name in zip(sides(lesson_from(root, DIFF)[0]), ("loop", "turns"), strict=True):
        (code,) = side.iter("code")
        assert code.text_content() == (root / f"courseware/knots/demos/{name}.py").read_text()


def test_the_words_of_a_program_have_the_colours_of_other_code(root: Path) -> None:
    html = html_of(lesson_from(root, DIFF)[0])
    assert '<span class="kn">import</span> <span class="nn">os</span>' in html
    assert '<mark><span class="n">rope</span></mark>' in html


def test_programs_that_are_the_same_have_no_sign(root: Path) -> None:
    demos = root / "courseware/knots/demos"
    (demos / "loop.py").write_text((demos / "turns.py").read_text())
    (key,) = lxml_html.fromstring(html_of(lesson_from(root, DIFF)[0])).find_class("diff-key")
    assert key.text_content() == "2 lines are the same in all."


def test_each_is_shown_there_as_a_demonstration_is(root: Path) -> None:
    lesson, _ = lesson_from(root, DIFF)
    assert lesson.references == (DemoUse(10, "turns"), DemoUse(10, "loop"))
    assert {"demo-turns-thin", "demo-loop"} <= lesson.anchors
    assert [side.get("id") for side in sides(lesson)] == ["demo-loop", "demo-turns-thin"]


def test_what_stands_beside_it_has_its_proof_in_sight(root: Path) -> None:
    body = f"A bowline jams.\n\nA bowline holds.\n\n{DIFF}\nThat bowline held.\n\nA bowline slips.\n"
    found = [fault.split(":")[0] for fault in told(root, body) if "belongs to no claim" in fault]
    assert found == ["10", "20"]


FAULTS = {
    "::: diff turns.thin loop\n:::": [
        "10: programs side by side need a title; write what they do above “:::”"
    ],
    "::: diff loop\nx\n:::": [
        "10: one program differs from nothing; name two or more, or use “::: demo”"
    ],
    "::: diff\nx\n:::": ["10: the directive names no demonstration; write “::: diff id”"],
    "::: diff loop noose\nx\n:::": ["10: this course has no demonstration “noose”; list it in demos/demos.yaml"],
    "::: diff turns.thin turns.thick\nx\n:::": [
        "10: “turns.thin” and “turns.thick” speak of the same facet; keep one of them"
    ],
    "::: diff loop turns.thin\n::: note\nx\n:::\nx\n:::": [
        "11: “::: note” can't stand inside a demonstration; move it out"
    ],
}  # fmt: skip


@pytest.mark.parametrize(("body", "faults"), FAULTS.items())
def test_a_fault_is_told_with_its_line(root: Path, body: str, faults: list[str]) -> None:
    assert told(root, f"{body}\n") == faults


def test_a_demonstration_of_no_facet_cannot_stand_beside_others(root: Path) -> None:
    change(root / "courseware/knots/demos/demos.yaml", "    facet: hitch\n", "")
    assert told(root, DIFF) == ["10: “turns.thin” speaks of no facet, so it can't stand beside others; use “::: demo”"]


def test_more_rows_than_the_style_sheet_sets_are_told(root: Path) -> None:
    (root / "courseware/knots/demos/loop.py").write_text("".join(f"a{n} = {n}\n" for n in range(70)))
    (fault,) = told(root, DIFF)
    assert fault.startswith("10: the programs make 7")
    assert fault.endswith(" rows; at most 60 can stand side by side")
