"""Statements without a claim are told with file and line; what states nothing is left alone."""

import re
from pathlib import Path

import pytest

from tests.content import tiny_root
from tests.courseware.made import change, copy_of, html_of, lesson_from, told

SAYS = "this says something of Bowline and belongs to no claim: “{}”; mark it as [statement]{{claim=id}}, or as"
BACK = "give it a proof or a key script, or name under “claims” those that say the same"
TYING, CLAIMS = "quizzes/banks/knots/tying.yaml", "courseware/knots/claims.yaml"
COMPARISON, BELIEFS = "courseware/knots/comparison.yaml", "courseware/knots/misconceptions.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copy_of(tiny_root(), "knots", tmp_path)


def unclaimed(root: Path, body: str) -> list[str]:
    """Return the line and the quoted words of each statement that a lesson of this body leaves without a claim."""
    found = (fault.split(": this says something of ") for fault in lesson_from(root, body)[1])
    return [f"{parts[0]} {parts[1].split('“')[1].split('”')[0]}" for parts in found if len(parts) > 1]


def test_the_tiny_course_states_nothing_without_a_claim(root: Path) -> None:
    assert told(root) == []


def test_a_statement_is_told_with_its_line_and_what_to_do(root: Path) -> None:
    faults = lesson_from(root, "It is old.\n\nRopes wear. The bowline never slips.\n")[1]
    assert [fault for fault in faults if "belongs to no claim" in fault] == [
        f"12: {SAYS.format('The bowline never slips.')} [text]{{.no-claim}} where it states nothing"
    ]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("A bowline slips. It jams, the Bowline.", ["10 A bowline slips.", "10 It jams, the Bowline."]),
        ("A [bowline]{.bowline} slips.", ["10 A bowline slips."]),
        ("[A bowline holds.]{claim=loop-holds} A bowline slips.", ["10 A bowline slips."]),
        ("A bowline [holds]{claim=loop-holds}, so it is used.", []),
        ("[A [bowline]{.bowline} *holds*.]{claim=loop-holds}", []),
        ("[Tie a bowline now.]{.no-claim} It takes a minute.", []),
        ("Does a bowline slip?", []),
        ("Call `bowline.tie()`, then look.", []),
        ("Bowlines and rebowline are other words.", []),
        ("## The bowline {#b}\n\nIt is a knot.", []),
        ("- One.\n- A bowline slips.", ["11 A bowline slips."]),
        ("::: since\nA bowline slips.\n:::", ["11 A bowline slips."]),
        ("| Load | Knot |\n|---|---|\n| dead | a bowline |", ["12 dead a bowline"]),
        ("| Load | Knot |\n|---|---|\n| [dead]{claim=loop-holds} | a bowline |", []),
        ("| | Bowline |\n|---|---|\n| load | dead |\n| [wear]{claim=loop-holds} | none |", ["12 load dead"]),
        ('![A rope.](figures/rope.svg "A bowline slips.")', ["10 A bowline slips."]),
        ('![A bowline.](figures/rope.svg "[A bowline holds.]{claim=loop-holds}")', []),
        ("```\na bowline slips.\n```", []),
    ],
)
def test_what_counts_as_a_statement(root: Path, body: str, found: list[str]) -> None:
    assert unclaimed(root, f"{body}\n") == found


def test_what_stands_beside_a_demonstration_has_its_proof_in_sight(root: Path) -> None:
    body = "A bowline jams.\n\nA bowline holds.\n\n::: demo loop\n:::\n\nThat bowline held.\n\nA bowline slips.\n"
    assert unclaimed(root, body) == ["10 A bowline jams.", "19 A bowline slips."]


def test_a_mark_that_states_nothing_leaves_no_trace_in_the_page(root: Path) -> None:
    lesson, faults = lesson_from(root, "[Tie a bowline now.]{.no-claim}\n")
    assert html_of(lesson) == "<p><span>Tie a bowline now.</span></p>\n"
    assert [fault for fault in faults if "anchor" not in fault] == []


def test_a_caption_links_to_the_proof_of_its_claim(root: Path) -> None:
    lesson, _ = lesson_from(root, '![A rope.](figures/rope.svg "[It holds.]{claim=loop-holds}")\n')
    caption = html_of(lesson).partition("<figcaption>")[2]
    assert 'href="/courses/knots/ledger#loop-holds"' in caption
    assert "claim-loop-holds" in lesson.anchors


def test_an_item_needs_a_proof_or_a_claim(root: Path) -> None:
    line = change(root / TYING, '"[It is a loop of fixed size]{claim=loop-holds}; that', '"The bowline is fixed; that')
    prompt = line - 4
    assert told(root) == [
        f"{TYING}:{prompt}: item “loop-slips” says something of Bowline, and nothing backs it; {BACK}"
    ]
    change(root / TYING, "id: loop-slips", "id: loop-slips\n    claims: [loop-holds]")
    assert told(root) == []


def test_an_item_is_backed_by_a_demonstration_or_a_key_script(root: Path) -> None:
    change(root / TYING, '"[It is a loop of fixed size]{claim=loop-holds}; that', '"The bowline is fixed; that')
    change(root / TYING, "id: loop-slips", "id: loop-slips\n    proof: loop")
    assert [fault for fault in told(root) if "nothing backs it" in fault] == []


def test_a_claim_that_an_item_names_must_be_listed(root: Path) -> None:
    line = change(root / TYING, "id: loop-slips", "id: loop-slips\n    claims: [loop-slips]")
    assert told(root) == [
        f"{TYING}:{line + 1}: item “loop-slips”: the claim “loop-slips” is not listed in claims.yaml; "
        "list it with what backs it"
    ]


def test_every_cell_of_the_comparison_belongs_to_a_claim(root: Path) -> None:
    change(root / CLAIMS, "cells: [shape-hitch]", "cells: []")
    line = (root / COMPARISON).read_text().splitlines().index("      hitch:") + 1
    assert told(root) == [
        f"{COMPARISON}:{line}: the cell “shape-hitch” belongs to no claim; list it under “cells” of one, or mark its "
        "words"
    ]
    marked = "        article: Two turns around a post\n        verdict"
    change(
        root / COMPARISON, marked, marked.replace("verdict", "note: '[So it is]{claim=hitch-turns}'\n        verdict")
    )
    assert told(root) == []


def test_the_fact_against_a_belief_is_settled_by_a_claim(root: Path) -> None:
    change(root / CLAIMS, "misconceptions: [hitch-holds-alone]", "misconceptions: []")
    assert told(root) == [
        f"{BELIEFS}:2: the fact against “hitch-holds-alone” says something of Clove hitch, and no claim settles it; "
        "list it under “misconceptions” of one"
    ]


def test_a_course_that_lists_no_claims_is_not_held_to_them(root: Path) -> None:
    (root / CLAIMS).unlink()
    (root / "courseware/knots/chooser.yaml").unlink()  # Each of its reasons names a claim.
    for name in ("courseware/knots/lessons/tying.md", TYING):
        path = root / name
        text = re.sub(r"\n    claims: \[.*\]", "", path.read_text())
        path.write_text(re.sub(r"\{claim=[a-z-]+\}", "{.bowline}", text))
    assert told(root) == []
