"""The first use of each term in a lesson is marked, in prose and nowhere else."""

from pathlib import Path

import pytest
from lxml import html as lxml_html

from tests.courseware.made import change, html_of, lesson_from, tiny_copy, told
from tests.courseware.test_lessons import CHECK, KEEP

TERMS = """
- {id: strand, term: strand, forms: [strands], definition: Twisted *yarns*., also: [lay line]}
- {id: rope-strand, term: rope strand, definition: A strand of a rope.}
- {id: knot, term: Carrick Bend, definition: A knot for two ropes., see: ropes#yarns}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tiny_copy(tmp_path)
    (root / "courseware/knots/glossary.yaml").write_text(TERMS)
    return root


def marked(root: Path, body: str) -> list[tuple[str, str]]:
    """Return the words marked in a lesson with this body, each with the id of its term."""
    lesson, faults = lesson_from(root, body + KEEP)
    assert faults == []
    links = lxml_html.fromstring(f"<div>{html_of(lesson)}</div>").xpath("//cw-term/a")
    return [(link.text_content(), link.get("href").partition("#")[2]) for link in links]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("A strand. Another strand.", [("strand", "strand")]),
        ("Strands, and then a strand.", [("Strands", "strand")]),
        ("Two paragraphs.\n\n- A strand\n- A strand", [("strand", "strand")]),
        ("A rope strand, then a strand.", [("rope strand", "rope-strand"), ("strand", "strand")]),
        ("A lay\nline of it.", [("lay\nline", "strand")]),
        ("A **strand** of it.", [("strand", "strand")]),
        ("| Part |\n|---|\n| strand |", [("strand", "strand")]),
        ("::: note Strand\nA strand.\n:::", [("strand", "strand")]),
        ("The Carrick Bend, not the carrick bend.", [("Carrick Bend", "knot")]),
        ("STRAND and substrand, strand-like and my-strand, strand_2.", []),
        ("## A strand {#a}\n\nNothing.", []),
        ("| A strand |\n|---|\n| x |", []),
        ("Some `strand` here.\n\n```text\na strand\n```", []),
        ("A [strand](tying) that leads on.", []),
        ("A [strand]{.bowline} with a mark.", []),
        ("A [strand]{.plain}, then a strand.", [("strand", "strand")]),
        ("The share $strand$.", []),
    ],
)
def test_a_term_is_marked_where_it_is_first_used_in_prose(
    root: Path, body: str, expected: list[tuple[str, str]]
) -> None:
    assert marked(root, body) == expected


def test_a_figure_keeps_its_words(root: Path) -> None:
    lesson, _ = lesson_from(root, '![A strand](figures/rope.svg "Caption of a strand")\n\nA strand.' + CHECK)
    assert "</figure>\n<p>A <cw-term>" in html_of(lesson)
    assert html_of(lesson).count("<cw-term>") == 1


def test_what_is_claimed_has_its_own_link_and_no_other(root: Path) -> None:
    (root / "courseware/knots/claims.yaml").write_text(
        "claims:\n  - id: twisted\n    statement: It is twisted.\n    section: ropes\n"
        "    backing: [{publisher: A, title: B, url: 'https://example.org', read: 2026-11-22}]\n"
    )
    assert marked(root, "[A strand is twisted.]{claim=twisted} A strand.") == [("strand", "strand")]
    lesson, _ = lesson_from(root, "[A strand is twisted.]{claim=twisted} A strand." + KEEP)
    assert html_of(lesson).index("claim-mark") < html_of(lesson).index("cw-term")


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ("## Yarns {#yarns}\n\nA Carrick Bend.\n\n### Deeper\n\nA Carrick Bend.", 0),
        ("A Carrick Bend.\n\n## Yarns {#yarns}\n\nA Carrick Bend.", 1),
        ("## Yarns {#yarns}\n\nA Carrick Bend.\n\n## Uses\n\nA Carrick Bend. A Carrick Bend.", 1),
    ],
)
def test_the_passage_that_teaches_a_term_does_not_mark_it(root: Path, body: str, count: int) -> None:
    assert len(marked(root, body)) == count


def test_a_mark_is_a_link_that_its_definition_describes(root: Path) -> None:
    lesson, _ = lesson_from(root, "A strand." + KEEP)
    mark = lxml_html.fromstring(f"<div>{html_of(lesson)}</div>").find(".//cw-term")
    link, card = mark
    assert link.get("href") == "/courses/knots/glossary#strand"
    assert link.get("aria-describedby") == card.get("id")
    assert (card.get("role"), card.get("popover")) == ("tooltip", "manual")
    assert lxml_html.tostring(card, encoding="unicode").count("<em>yarns</em>") == 1


def test_lines_that_end_within_a_paragraph_stay_lines(root: Path) -> None:
    lesson, _ = lesson_from(root, "One  \ntwo\nthree strand\nfour <5 & six" + KEEP)
    assert "<p>One<br />\ntwo\nthree <cw-term>" in html_of(lesson)
    assert "</cw-term>\nfour &lt;5 &amp; six</p>" in html_of(lesson)


def test_a_facet_cannot_have_the_name_that_switches_marks_off(tmp_path: Path) -> None:
    root = tiny_copy(tmp_path)
    line = change(root / "courseware/knots/course.yaml", "{id: hitch,", "{id: plain,")
    message = "“plain” marks words that are no term, so a facet can't have that id; choose another"
    assert f"courseware/knots/course.yaml:{line}: {message}" in told(root)
