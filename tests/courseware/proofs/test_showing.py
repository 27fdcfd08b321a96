"""Demonstrations and claims as a lesson shows them."""

import re
from pathlib import Path

import pytest

from courseware.course import ClaimUse, DemoUse
from courseware.proofs.demonstrations import shown_lines
from courseware.proofs.versions import versions_of
from tests.courseware.made import html_of, lesson_from
from tests.courseware.proofs.made import PACKAGE, PYTHON, course_with_proofs, recorded


@pytest.fixture
def root(tmp_path: Path) -> Path:
    course_with_proofs(tmp_path)
    recorded(tmp_path)
    return tmp_path


def text_of(html: str) -> str:
    return re.sub(r"<[^>]+>", "", html)


def test_a_demonstration_stands_with_its_output_its_versions_and_its_day(root: Path) -> None:
    lesson, faults = lesson_from(root, "::: demo loop\n:::\n")
    html = html_of(lesson)
    version = versions_of(PYTHON, [PACKAGE])[PACKAGE]
    assert faults == []
    assert '<div class="demo" id="demo-loop"><pre class="code" tabindex="0">' in html
    assert '<div class="ran"><b>Output</b><pre tabindex="0">a loop of hemp</pre>' in html
    assert (
        f'<p class="ran-with">Ran on <time datetime="2026-11-22">22 November 2026</time> with {PACKAGE} {version}</p>'
        in html
    )
    assert lesson.references[0] == DemoUse(10, "loop")
    assert "demo-loop" in lesson.anchors


def test_hidden_lines_stand_in_the_whole_script_only(root: Path) -> None:
    lesson, _ = lesson_from(root, "::: demo loop\n:::\n")
    shown, whole = html_of(lesson).split("<details")
    assert "import os" not in text_of(shown)
    assert "<summary>The whole script</summary>" in whole
    assert "import os" in text_of(whole)
    assert "#:" not in text_of(whole)


def test_every_run_is_shown_with_its_label(root: Path) -> None:
    lesson, faults = lesson_from(root, "::: demo turns\n:::\n")
    assert faults == []
    assert re.findall(r"<b>(.*?)</b><pre tabindex=\"0\">(.*?)</pre>", html_of(lesson)) == [
        ("Output on a thin post", "turns: 2.1"),
        ("Output on a thick post", "turns: 2.4"),
    ]


def test_one_run_can_be_shown(root: Path) -> None:
    lesson, faults = lesson_from(root, "::: demo turns.thick\n:::\n")
    assert faults == []
    assert "turns: 2.4" in html_of(lesson)
    assert "turns: 2.1" not in html_of(lesson)
    assert "demo-turns-thick" in lesson.anchors


def test_several_stand_in_panes_in_the_order_of_the_facets(root: Path) -> None:
    lesson, faults = lesson_from(root, "::: demo turns.thin loop\nTwo *knots*\n:::\n")
    html = html_of(lesson)
    assert faults == []
    assert re.findall(r'data-facet="(\w+)"', html) == ["bowline", "hitch"]
    assert '<cw-tabs class="trio" data-tabs><h2 class="trio-title">Two <em>knots</em></h2>' in html


FAULTS = {
    "::: demo\n:::": "10: the directive names no demonstration; write “::: demo id”",
    "::: demo noose\n:::": "10: this course has no demonstration “noose”; list it in demos/demos.yaml",
    "::: demo turns.wide\n:::": "10: “turns” has no run “wide”; its runs: thin, thick",
    "::: demo loop.wide\n:::": "10: “loop” has no run “wide”; its runs: none with a name",
    "::: demo loop turns.thin\n:::": "10: several demonstrations need a title; write what all of them do above “:::”",
    "::: demo loop\n::: note\nx\n:::\n:::": "11: “::: note” can't stand inside a demonstration; move it out",
    "A [loop]{claim=loop}.": "10: the claim “loop” is not listed in claims.yaml; list it with what backs it",
}


@pytest.mark.parametrize(("body", "fault"), [*FAULTS.items()])
def test_a_fault_is_told_with_its_line(root: Path, body: str, fault: str) -> None:
    assert [told for told in lesson_from(root, f"{body}\n")[1] if "anchor" not in told] == [fault]


def test_a_demonstration_shown_twice_needs_two_anchors(root: Path) -> None:
    _, faults = lesson_from(root, "::: demo loop\n:::\n\n::: demo loop\n:::\n")
    assert faults[0] == "13: the anchor “demo-loop” is already used in line 10; give each its own"


def test_a_claim_is_a_statement_with_a_link_to_its_proof(root: Path) -> None:
    lesson, faults = lesson_from(root, "[A [Bowline]{.bowline} holds *well*.]{claim=loop-holds} It is old.\n")
    assert [fault for fault in faults if "anchor" not in fault] == []
    assert html_of(lesson) == (
        '<p><span class="claim" id="claim-loop-holds"><span>A <span class="facet disc teal">Bowline</span> holds '
        '<em>well</em>.</span><cw-proof><a class="claim-mark" href="/courses/knots/ledger#loop-holds" '
        'data-claim="loop-holds" title="Proof"><span>Proof</span></a></cw-proof></span> It is old.</p>\n'
    )
    assert lesson.references == (ClaimUse(10, "loop-holds", "claim-loop-holds"),)


def test_only_the_first_mark_of_a_claim_is_an_anchor(root: Path) -> None:
    lesson, _ = lesson_from(root, "[It holds]{claim=loop-holds}.\n\n::: note\n[It does]{claim=loop-holds}.\n:::\n")
    assert html_of(lesson).count('id="claim-loop-holds"') == 1
    assert lesson.references == (ClaimUse(10, "loop-holds", "claim-loop-holds"), ClaimUse(13, "loop-holds"))
    assert "claim-loop-holds" in lesson.anchors


def test_a_claim_in_the_comparison_links_to_its_proof(root: Path) -> None:
    comparison = root / "courseware/knots/comparison.yaml"
    comparison.write_text(
        comparison.read_text().replace("now: A loop of *fixed* size", "now: '[A loop]{claim=loop-holds}'")
    )
    lesson, _ = lesson_from(root, "::: compare\n:::\n")
    assert 'href="/courses/knots/ledger#loop-holds"' in html_of(lesson)


@pytest.mark.parametrize(
    ("script", "shown"),
    [
        ("a\nb\n", "a\nb\n"),
        ("#: hide\na\n#: show\nb\n", "b\n"),
        ("a\n#: hide\nb\n", "a\n"),
        ("#: hide\na\n\n#: show\n\nb\n#: hide\nc\n#: show\nd\n", "b\nd\n"),
        ("a\n    #: hide\n    b\n    #: show\n    c\n", "a\n    c\n"),
    ],
)
def test_the_lines_that_a_lesson_shows(script: str, shown: str) -> None:
    assert shown_lines(script) == shown
