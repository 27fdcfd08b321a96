"""Moodle XML: what Moodle's own types become, and what is refused."""

from fractions import Fraction

import pytest

from quizzes.authoring.adopting import Adoption
from quizzes.grading import Graded, grade
from quizzes.imports import UnreadableError
from tests.quizzes.imports.reading import adopted, bank_of, imported, item_of, line_of, refusals, sample, taken


@pytest.fixture(scope="module")
def found() -> Adoption:
    return sample("moodle.xml")


def score(found: Adoption, name: str, answer: object) -> Fraction:
    graded = grade(item_of(found, name), {"answer": answer})
    assert isinstance(graded, Graded)
    return graded.score


def option(found: Adoption, name: str, text: str) -> str:
    choice = item_of(found, name).parts[0].interaction
    return next(one.key for one in choice.options if one.text == text)  # type: ignore[union-attr]


def test_the_bank_is_read_by_the_reader_of_banks(found: Adoption) -> None:
    quiz = bank_of(found)
    assert quiz.title == "Ropes / knots"
    assert quiz.settings.imported == "moodle.xml"
    assert [(item.id, item.kind) for item in quiz.items] == [
        ("which-knot", "single"),
        ("several", "multiple"),
        ("load", "numeric"),
        ("part", "short-text"),
        ("gaps", "dropdowns"),
        ("cloze", "dropdowns"),
        ("match", "match"),
    ]


def test_texts_feedback_hints_points_tags_and_pictures_are_kept(found: Adoption) -> None:
    item = item_of(found, "which-knot")
    assert item.prompt == "Which knot makes a **loop**?\n\n![A rope](images/a-rope-6b7fa434.png)"
    assert (item.points, item.difficulty, item.tags) == (2, "easy", ("ropes",))
    assert (item.explanation, item.right, item.wrong) == ("A loop holds.", "Well tied.", "")
    assert item.hint == "Think of sailors.\n\nThink again."
    assert sorted(item.parts[0].feedback.values()) == ["Half a loop.", "It does."]
    assert [*found.pictures] == ["images/a-rope-6b7fa434.png"]
    assert line_of(found, "which-knot").is_exact


def test_each_option_earns_its_fraction(found: Adoption) -> None:
    assert score(found, "which-knot", [option(found, "which-knot", "Clove hitch")]) == Fraction(1, 3)
    assert score(found, "which-knot", [option(found, "which-knot", "Reef \\<knot>")]) == 0
    knots, wear, shade, colour = (option(found, "several", text) for text in ("Knots", "Wear", "Shade", "Colour"))
    assert score(found, "several", [knots, wear, colour]) == 1
    assert score(found, "several", [knots]) == Fraction(1, 2)
    assert score(found, "several", [knots, wear, shade]) == 0


@pytest.mark.parametrize(
    ("answer", "earned"), [("595", 1), ("605", 1), ("605.1", 0), ("649.5", Fraction(1, 2)), ("649", 0)]
)
def test_numbers_keep_their_tolerances(found: Adoption, answer: str, earned: Fraction) -> None:
    assert score(found, "load", answer) == earned
    assert item_of(found, "load").wrong == "Look it up."
    assert item_of(found, "load").parts[0].interaction.unit == "kg"  # type: ignore[union-attr]


@pytest.mark.parametrize(("answer", "earned"), [("STANDING part", 1), ("standing end", Fraction(1, 2)), ("end", 0)])
def test_typed_answers_keep_their_fractions(found: Adoption, answer: str, earned: Fraction) -> None:
    assert score(found, "part", answer) == earned
    assert item_of(found, "part").prompt == "Name the part\\\nthat bears \\*the load\\*."
    assert (item_of(found, "part").right, item_of(found, "part").wrong) == ("Yes.", "No.")


def test_gaps_have_the_options_of_their_group(found: Adoption) -> None:
    item = item_of(found, "gaps")
    assert item.prompt == "Tie it."
    select = item.parts[0].interaction
    assert select.text == "Go {{gap-1}}, then {{gap-2}}."  # type: ignore[union-attr]
    assert [[one.text for one in gap.options] for gap in select.gaps] == [["up", "down"], ["left", "right"]]  # type: ignore[union-attr]


def test_an_embedded_menu_keeps_its_feedback_and_partial_credit(found: Adoption) -> None:
    part = item_of(found, "cloze").parts[0]
    texts = {one.key: one.text for one in part.interaction.gaps[0].options}  # type: ignore[union-attr]
    earned = {texts[key]: share for key, share in part.answer.credit["gap-1"].items()}  # type: ignore[union-attr]
    assert earned == {"loop": 1, "noose": Fraction(1, 2)}
    assert sorted(part.feedback.values()) == ["No", "Yes"]
    assert [change.what for change in line_of(found, "cloze").changes] == [
        "a line above the gaps, because a question needs one"
    ]


def test_each_refusal_has_its_line_and_reason(found: Adoption) -> None:
    assert refusals(found) == [
        ("Tell", 69, "a person must grade an essay, which quizzes here can’t ask for"),
        ("Nothing right", 73, "none of its options is fully right"),
        ("Algebra", 79, "questions of the type “stack” are not read here"),
    ]


def test_ids_are_the_same_at_every_import(found: Adoption) -> None:
    assert sample("moodle.xml").yaml == found.yaml


def test_no_script_comes_through() -> None:
    evil = """<quiz><question type="truefalse"><questiontext><text><![CDATA[
      <script>alert(1)</script><img src=x onerror=alert(1)><a href="javascript:alert(1)">true</a>
      <iframe src="https://evil.example"></iframe> &lt;script&gt;
    ]]></text></questiontext><answer fraction="100"><text>true</text></answer>
    <answer fraction="0"><text>false</text></answer></question></quiz>"""
    found = adopted("evil.xml", evil.encode())
    assert bank_of(found).items[0].prompt == "true  \\<script>".replace("  ", " ")
    assert [change.what for change in found.taken[0].changes] == [
        "loses a script",
        "the picture “x” is not in the file; its description stands in its place",
        "loses the link to “javascript:alert(1)”; its words stay",
        "loses a page from elsewhere",
    ]


def test_a_file_that_is_no_moodle_xml_is_refused_whole() -> None:
    with pytest.raises(UnreadableError, match="begins with “html”"):
        imported("page.xml", b"<html/>", "moodle-xml")
    with pytest.raises(UnreadableError, match="holds no question"):
        imported("empty.xml", b"<quiz/>", "moodle-xml")


def test_questions_without_a_name_get_an_id_of_their_content() -> None:
    one = (
        '<question type="truefalse"><questiontext><text>It holds.</text></questiontext>'
        '<answer fraction="100"><text>true</text></answer><answer fraction="0"><text>false</text></answer></question>'
    )
    found = taken(imported("x.xml", f"<quiz>{one}{one}</quiz>".encode()))
    assert [item.id for item in found] == ["q-9e5fa3e7", "q-9e5fa3e7-2"]
