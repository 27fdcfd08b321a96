"""What is wrong in the lists of proofs is told with its line, all of it at once."""

import re
from pathlib import Path

import pytest

from courseware.check import check
from courseware.library import read_library
from tests.courseware.made import change, told
from tests.courseware.proofs.made import course_with_proofs, recorded

COMPARISON = "courseware/knots/comparison.yaml"
BANK = "quizzes/banks/knots/ropes-check.yaml"
DEMOS, CLAIMS = "courseware/knots/demos/demos.yaml", "courseware/knots/claims.yaml"
REMEDY = "run coursewright prove --update --only {}, and read what changed"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    course_with_proofs(tmp_path)
    recorded(tmp_path)
    return tmp_path


def test_proofs_that_are_recorded_have_no_faults(root: Path) -> None:
    assert told(root) == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("    facet: bowline", "    facet: granny", "“granny” is not a facet of this course; known: bowline, hitch"),
        ("  - id: turns", "  - id: loop", "the demonstration “loop” is listed twice; keep one"),
        ("{id: thick,", "{id: thin,", "“turns” has the run “thin” twice; keep one"),
        ("    title: A loop\n", "", "demos 1 lacks the key “title”; add it"),
        ("  - id: loop", "  - id: noose", "the script noose.py is missing; write it beside this list"),
        ("{absolute: 0.01}", "{absolut: 0.01}", "unknown key “absolut”; did you mean “absolute”?"),
    ],
)
def test_a_fault_in_the_list_of_demonstrations(root: Path, old: str, new: str, fault: str) -> None:
    change(root / DEMOS, old, new)
    assert any(line.startswith(f"{DEMOS}:") and line.endswith(fault) for line in told(root)), told(root)


CLAIM_FAULTS = """
facets: [bowline] => facets: [granny]
    “granny” is not a facet of this course; known: bowline, hitch
- id: knots-weaken => - id: loop-holds
    the claim “loop-holds” is listed twice; keep one
article: A loop => article: ""
    the claim “loop-holds” lacks the article's words, of which it is the verdict; give both or neither
verdict: incomplete => verdict:
    the claim “loop-holds” lacks a verdict on it; give both or neither
verdict: incomplete => verdict: outdated
    “outdated” needs “since”: when did it cease to be so?
backing: [{demo: loop}] => backing: []
    nothing backs the claim “loop-holds”; name a demonstration or a publication
title: A page, => title: "",
    a backing needs “demo”, or all of “publisher”, “title”, “url” and “read”
{publisher: A club, => {demo: loop, publisher: A club,
    a backing is a demonstration or a publication; list two
read: 2026-11-22 => read: 2026-02-30
    “2026-02-30” is no day of the calendar; write YYYY-MM-DD
*fixed* => <b>fixed</b>
    “<b>” is raw HTML, which is not used here; write Markdown, or put it in backticks
section: tying => section: sailing
    the claim “loop-holds” names the section “sailing”, but no lesson has that name
backing: [{demo: loop}] => backing: [{demo: noose}]
    the claim “loop-holds” is backed by the demonstration “noose”, which this course has not
cells: [shape-bowline] => cells: [shape-granny]
    the claim “loop-holds” names the cell “shape-granny”, which the comparison has not; write row-facet
cells: [shape-bowline] => cells: [shape-hitch]
    the claim “loop-holds” has the verdict “incomplete”, but the cell “shape-hitch” says “true”
[knots-keep-strength] => [ropes-sing]
    the claim “knots-weaken” names the misconception “ropes-sing”, which is not listed in misconceptions.yaml
""".strip().split("\n")


@pytest.mark.parametrize(("edit", "fault"), [*zip(CLAIM_FAULTS[::2], CLAIM_FAULTS[1::2], strict=True)])
def test_a_fault_in_the_list_of_claims(root: Path, edit: str, fault: str) -> None:
    change(root / CLAIMS, *edit.split(" => "))
    found = [line for line in told(root) if line.startswith(f"{CLAIMS}:")]  # A cell may now belong to no claim.
    assert [line.partition(": ")[2] for line in found] == [fault.strip()]


def test_a_script_that_is_newer_than_its_record(root: Path) -> None:
    change(root / "courseware/knots/demos/turns.py", "import os\n", "import os  # again\n")
    assert told(root) == [
        f"{DEMOS}:9: “turns.{run}” has a script that is newer than its record; {REMEDY.format('turns')}"
        for run in ("thick", "thin")
    ]


def test_settings_that_are_newer_than_their_record(root: Path) -> None:
    change(root / DEMOS, 'POST: "0.4"', 'POST: "0.5"')
    assert told(root) == [
        f"{DEMOS}:9: “turns.thick” has settings that are newer than its record; {REMEDY.format('turns')}"
    ]


def test_other_titles_do_not_make_a_record_old(root: Path) -> None:
    change(root / DEMOS, "title: Two turns", "title: Turns")
    assert told(root) == []


def test_a_demonstration_without_a_record(root: Path) -> None:
    (root / "courseware/knots/demos/records/loop.json").unlink()
    assert told(root) == [f"{DEMOS}:4: “loop” has no record; {REMEDY.format('loop')}"]


def test_a_record_of_a_run_that_is_no_more(root: Path) -> None:
    change(root / DEMOS, "id: thick,", "id: wide,")
    assert told(root) == [
        f"{DEMOS}:9: “turns.wide” has no record; {REMEDY.format('turns')}",
        f"{DEMOS}:9: “turns” has a record of the run “thick”, but no such run; {REMEDY.format('turns')}",
    ]


def test_a_record_that_can_not_be_read(root: Path) -> None:
    (root / "courseware/knots/demos/records/loop.json").write_text('{"": {"output": 3}}')
    (fault,) = [line for line in told(root) if "is no record" in line]
    assert fault.startswith("courseware/knots/demos/records/loop.json: is no record: ")


def test_scripts_and_records_that_nobody_lists(root: Path) -> None:
    folder = root / "courseware/knots/demos"
    (folder / "noose.py").write_text("print()")
    (folder / "records/noose.json").write_text("{}")
    assert told(root) == [
        f"courseware/knots/demos/{name} of no demonstration; list it in demos.yaml, or remove the file"
        for name in ("noose.py:1: is a script", "records/noose.json:1: is a record")
    ]


def test_marks_that_do_not_take_turns(root: Path) -> None:
    change(root / "courseware/knots/demos/loop.py", "#: hide", "#: show")
    assert "courseware/knots/demos/loop.py:1: “#: hide” and “#: show” must take turns, “#: hide” first" in told(root)


def test_a_key_that_is_newer_than_its_proof(root: Path) -> None:
    change(root / BANK, "Which part do you tie with?", "Which part do you hold?")
    assert told(root) == [
        "courseware/knots/keys/rope-part.py:1: “rope-part” has a record that is older than the question “rope-part”; "
        + REMEDY.format("rope-part")
    ]


def test_a_claim_that_is_newer_than_its_proof(root: Path) -> None:
    change(root / "courseware/knots/claims.yaml", "Every knot weakens its rope.", "No knot weakens its rope.")
    old = "“loop” has a record that is older than the claim “knots-weaken”; run coursewright prove --update --only loop"
    assert [old in fault for fault in told(root)] == [True]


def test_a_claim_that_its_proof_has_not_met(root: Path) -> None:
    change(root / "courseware/knots/claims.yaml", "id: knots-weaken", "id: ropes-weaken")
    assert any("older than the claim “ropes-weaken”; run" in fault for fault in told(root))


def test_a_key_script_of_no_item(root: Path) -> None:
    (root / "courseware/knots/keys/rope-whole.py").write_text("print('{}')")
    assert (
        "courseware/knots/keys/rope-whole.py:1: computes the key of no item; name it after one, or remove the file"
        in told(root)
    )


def test_a_key_script_that_is_no_python(root: Path) -> None:
    (root / "courseware/knots/keys/rope-part.py").write_text("import json\nprint(")
    assert any(line.startswith("courseware/knots/keys/rope-part.py:2: is no script") for line in told(root))


def test_an_item_proved_by_no_demonstration(root: Path) -> None:
    bank = root / "quizzes/banks/knots/ropes-check.yaml"
    line = (
        change(
            bank, "    prompt: Which part do you tie with?", "    prompt: Which part do you tie with?\n    proof: noose"
        )
        + 1
    )
    assert (f"{BANK}:{line}: item “rope-part” is proved by “noose”, which is no demonstration of this course") in told(
        root
    )


def test_a_claim_in_the_comparison_or_in_an_item_must_be_listed(root: Path) -> None:
    marked = change(root / COMPARISON, "now: A loop of *fixed* size", "now: '[A loop]{claim=loop-hold}'")
    told_of = change(root / BANK, "feedback: That part carries the load.", "feedback: '[It carries.]{claim=load}'")
    remedy = "is not listed in claims.yaml; list it with what backs it"
    assert told(root)[:2] == [
        f"{COMPARISON}:{marked}: the claim “loop-hold” {remedy}",
        f"{BANK}:{told_of}: item “rope-part”: the claim “load” {remedy}",
    ]


def test_a_course_without_proofs_needs_none(root: Path) -> None:
    for path in sorted((root / "courseware/knots").glob("**/*")):
        if path.is_file() and {"demos", "keys"} & set(path.parts):
            path.unlink()
    (root / CLAIMS).unlink()
    (root / "courseware/knots/chooser.yaml").unlink()  # Each of its reasons names a claim.
    for path in (root / "courseware/knots/lessons/tying.md", root / "quizzes/banks/knots/tying.yaml"):
        text = re.sub(r"\n    claims: \[.*\]", "", path.read_text())
        path.write_text(re.sub(r"\]\{claim=[a-z-]+\}", "]{.bowline}", text))
    assert [str(fault) for fault in check(read_library([root]))] == []
