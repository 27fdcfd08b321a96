"""`glossary.yaml`: every fault at once, each with its line."""

from pathlib import Path

import pytest

from courseware.library import read_library
from tests.content import tiny_root
from tests.courseware.made import change, the_course, tiny_copy, told

FILE = "courseware/knots/glossary.yaml"


def test_terms_stand_in_the_order_of_a_dictionary() -> None:
    glossary = the_course(read_library([tiny_root()])).glossary
    assert [term.name for term in glossary.alphabetical] == [
        "newton", "rope", "standing part", "strength", "working end",
    ]  # fmt: skip
    assert glossary.terms["standing-part"].html == "The part of a rope that carries the <em>load</em>."
    assert glossary.terms["working-end"].written == ("working end", "bitter end", "working ends")


def test_a_course_without_a_glossary_has_no_terms_and_no_faults(tmp_path: Path) -> None:
    root = tiny_copy(tmp_path)
    (root / FILE).unlink()
    assert told(root) == []
    assert the_course(read_library([root])).glossary.terms == {}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("  also: [bitter end]", "  aliases: [bitter end]",
         "9: unknown key “aliases”; known here: id, term, definition, also, forms, see, related"),
        ("  term: newton\n", "", "17: entry 4 lacks the key “term”; add it"),
        ("- id: newton", "- id: strength", "17: the term “strength” is listed twice; keep one"),
        ("  also: [N]", "  also: [Ropes]",
         "23: “ropes” already means the term “newton”; keep it in one of them"),
        ("  also: [bitter end]", "  also: [Working ends]", "9: “Working ends” is written twice; keep one"),
        ("  see: ropes#strength", "  see: ropes#weakness",
         "16: the term “strength”: “see” names “ropes#weakness”, but {root}/courseware/knots/lessons/ropes.md has no"
         " such anchor; its headings: names, strength, check"),
        ("  see: ropes#strength", "  see: reefs#x",
         "16: the term “strength”: “see” names the lesson “reefs”, which this course has not"),
        ("  see: ropes#strength", "  see: ropes",
         "16: the term “strength”: “see” must name a passage; write ropes#anchor"),
        ("related: [working-end]", "related: [other-end]",
         "6: the related term “other-end” is not a term of this glossary; correct it"),
        ("related: [working-end]", "related: [standing-part]",
         "6: the related term “standing-part” is the term itself; correct it"),
        ("definition: A line of", "definition: A <b>line</b> of",
         "24: “<b>” is raw HTML, which is not used here; write Markdown, or put it in backticks"),
        ("definition: A line of", "definition: A [line](https://example.org) of",
         "24: a definition can't hold a link, as it also shows over the text; name a passage in “see”"),
        ("definition: A line of", 'definition: "- A line"\n  x: of',
         "24: a definition is one paragraph, as it also shows over the text; write it as one"),
    ],
)  # fmt: skip
def test_a_fault_in_the_glossary_is_told_with_its_line(tmp_path: Path, old: str, new: str, expected: str) -> None:
    root = tiny_copy(tmp_path)
    change(root / FILE, old, new)
    assert f"{FILE}:{expected.format(root=root)}" in told(root)


def test_all_faults_are_told_at_once_and_the_other_terms_serve(tmp_path: Path) -> None:
    root = tiny_copy(tmp_path)
    change(root / FILE, "  see: ropes#strength", "  see: ropes#weakness")
    change(root / FILE, "  term: newton\n", "")
    change(root / FILE, "also: [bitter end]", "also: [rope]")
    assert [fault.split(":")[1] for fault in told(root)] == ["16", "17", "21"]
    assert set(the_course(read_library([root])).glossary.terms) == {"standing-part", "working-end", "strength", "rope"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("terms: []\n", "1: must be a list of terms, each with id, term and definition"),
        ("- [\n", "2: is not YAML: "),
    ],
)
def test_a_glossary_that_is_no_list_is_told(tmp_path: Path, text: str, expected: str) -> None:
    root = tiny_copy(tmp_path)
    (root / FILE).write_text(text)
    assert [fault for fault in told(root) if fault.startswith(f"{FILE}:{expected}")]
    assert the_course(read_library([root])).glossary.terms == {}
