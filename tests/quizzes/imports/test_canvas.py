"""Canvas: each of its question types, its groups, banks and settings, and what is refused."""

from fractions import Fraction

import pytest

from quizzes.authoring.adopting import Adoption
from quizzes.grading import Graded, grade
from quizzes.imports import DEFAULT, UnreadableError, detect, open_files
from quizzes.interactions import Rule
from quizzes.likeness import option_texts
from tests.quizzes.exports.samples import opened
from tests.quizzes.imports.reading import (
    PICTURE,
    adopted,
    bank_of,
    item_of,
    line_of,
    refusals,
    zipped_folder,
)

FOLDER = "canvas_sample"
HALF = Fraction(1, 2)


@pytest.fixture(scope="module")
def found() -> Adoption:
    return adopted("ropes.zip", zipped_folder(FOLDER, **{"Uploaded Media/a rope.png": PICTURE}))


def earned(found: Adoption, name: str, answer: object) -> Fraction:
    graded = grade(item_of(found, name), {"answer": answer})  # type: ignore[dict-item]
    assert isinstance(graded, Graded)
    return graded.score


def keys(found: Adoption, name: str) -> dict[str, str]:
    """Return what can be chosen, by its text."""
    return {text: key for key, text in option_texts(item_of(found, name).parts[0].interaction).items()}


def changes(found: Adoption, name: str) -> list[tuple[str, bool]]:
    return [(change.what, change.changes_score) for change in line_of(found, name).changes]


def test_a_quiz_comes_with_its_settings(found: Adoption) -> None:
    assert found.format == "canvas"
    quiz = bank_of(found)
    assert (quiz.title, quiz.settings.summary) == ("Ropes & knots", "What a *sailor* ties.")
    assert (quiz.settings.attempts, quiz.settings.counts, quiz.settings.review) == (3, "last", "after-last")
    assert quiz.settings.layout == "one-by-one"
    assert [(item.id, item.kind) for item in quiz.items] == [
        ("q-1234567890ab", "single"),
        ("several", "multiple"),
        ("strictly", "multiple"),
        ("pairs", "match"),
        ("gaps", "dropdowns"),
        ("blanks-1", "short-text"),
        ("blanks-2", "short-text"),
        ("exact", "numeric"),
        ("margin", "numeric"),
        ("range", "numeric"),
        ("precise", "numeric"),
        ("part", "short-text"),
        ("steps", "order"),
        ("sorts", "categorise"),
        ("under", "true-false"),
        ("drawn-1", "true-false"),
        ("drawn-2", "true-false"),
        ("spare", "true-false"),
    ]


def test_a_choice_keeps_its_texts_picture_formula_and_feedback(found: Adoption) -> None:
    item = item_of(found, "q-1234567890ab")
    [picture] = found.pictures
    assert item.prompt == f"Which knot makes a **loop**? $2^n$\n\n![A rope]({picture})"
    assert (item.points, item.explanation, item.right, item.wrong) == (
        2,
        "A loop holds.",
        "Well tied.",
        "Tie it again.",
    )
    of = keys(found, "q-1234567890ab")
    assert item.parts[0].feedback == {of["Reef knot"]: "It joins two ropes."}
    assert [earned(found, item.id, [of[text]]) for text in ("Bowline", "Reef knot")] == [1, 0]
    assert line_of(found, item.id).is_exact


def test_several_right_answers_earn_as_in_canvas(found: Adoption) -> None:
    knots, wear, shade = (keys(found, "several")[text] for text in ("Knots", "Wear", "Shade"))
    answers = ([knots, wear], [knots], [knots, wear, shade], [knots, shade])
    assert [earned(found, "several", answer) for answer in answers] == [1, HALF, HALF, 0]
    assert item_of(found, "strictly").parts[0].answer.rule is Rule.ALL_OR_NOTHING  # type: ignore[union-attr]


def test_pairs_have_their_distractors_and_feedback(found: Adoption) -> None:
    of = keys(found, "pairs")
    right = {of["Reef knot"]: of["Joins ropes"], of["Bowline"]: of["Makes a loop"]}
    assert earned(found, "pairs", right) == 1
    assert earned(found, "pairs", right | {of["Bowline"]: of["Frays"]}) == HALF
    assert item_of(found, "pairs").parts[0].feedback == {of["Reef knot"]: "It is square."}


def test_dropdowns_stand_in_their_text(found: Adoption) -> None:
    item, of = item_of(found, "gaps"), keys(found, "gaps")
    assert (item.prompt, item.parts[0].interaction.text) == ("Tie it.", "Go {{way}}, then {{side}}.")  # type: ignore[union-attr]
    chosen = {"way": of["up"].partition("/")[2], "side": of["left"].partition("/")[2]}
    assert earned(found, "gaps", chosen) == HALF
    assert item.parts[0].feedback == {of["down"]: "Not down."}


def test_each_blank_of_a_text_is_a_question(found: Adoption) -> None:
    assert item_of(found, "blanks-2").prompt == (
        "The (1) \\_\\_\\_\\_ end and the (2) \\_\\_\\_\\_ part.\n\nWhat belongs in gap (2)?"
    )
    assert [earned(found, "blanks-1", text) for text in ("working", "RUNNING", "standing")] == [1, 1, 0]
    assert [item_of(found, f"blanks-{n}").points for n in (1, 2)] == [1, 1]
    assert changes(found, "blanks-1") == [("it is one of 2 questions, one for each blank", False)]


@pytest.mark.parametrize(
    ("name", "right", "wrong"),
    [
        ("exact", ("3", "3.0"), ("3.001",)),
        ("margin", ("595", "605"), ("594.9", "605.1")),
        ("range", ("1.5", "2.5"), ("1.4", "2.6")),
        ("precise", ("3.136", "3.145"), ("3.134", "3.146")),
        ("part", ("standing part", "STANDING"), ("standing end", "end")),
    ],
)
def test_typed_answers_are_right_as_they_were(
    found: Adoption, name: str, right: tuple[str, ...], wrong: tuple[str, ...]
) -> None:
    assert [earned(found, name, answer) for answer in (*right, *wrong)] == [1] * len(right) + [0] * len(wrong)


def test_a_unit_and_what_is_said_of_a_known_mistake_are_kept(found: Adoption) -> None:
    assert item_of(found, "exact").parts[0].interaction.unit == "turns"  # type: ignore[union-attr]
    assert [*item_of(found, "part").parts[0].feedback.values()] == ["Nearly."]


def test_what_scores_otherwise_here_is_said(found: Adoption) -> None:
    assert changes(found, "precise") == [
        ("the number 3.135 itself is right here, where only those beyond it are", True)
    ]
    assert changes(found, "sorts") == [("each statement earns its share, where Canvas looks at whole columns", True)]
    assert changes(found, "steps") == [("loses the words above and below the steps", False)]


def test_a_question_under_a_text_has_it_above(found: Adoption) -> None:
    assert item_of(found, "under").prompt == "A boat lies at a quay.\n\nIt is tied."


def test_a_draw_is_named_and_its_questions_are_tagged(found: Adoption) -> None:
    assert item_of(found, "drawn-1").tags == ("ropes-knots", "hard-knots")
    assert item_of(found, "drawn-1").points == 2
    assert found.notes == (
        "A draw of 1 from “Hard knots” stays behind; set it under “draw” of the quiz, with the tag “hard-knots”.",
        "A draw of 1 from “Spare knots” stays behind; set it under “draw” of the quiz, with the tag “spare-knots”.",
        "Not taken, because no question is in them: 1 page and 1 discussion.",
    )
    assert item_of(found, "spare").tags == ("spare-knots",)


def test_each_refusal_has_its_place_and_reason(found: Adoption) -> None:
    assert refusals(found) == [
        ("Notice", 278, "it asks nothing; put its text into a lesson"),
        ("Essay", 287, "a person must grade it, which quizzes here can’t ask for"),
        ("Upload", 301, "it asks for a file, which a person must grade"),
        (
            "Formula",
            310,
            "its numbers are drawn by formulas that are not read here; write it as a generated question",
        ),
        ("Spot", 324, "it asks for places in a picture"),
        ("Strange", 333, "questions of the type “origami_question” are not read here"),
        ("None right", 342, "none of its options is right"),
        ("gone", 9, "its file “gone/gone.xml” is not in the package"),
    ]


def test_ids_are_the_same_at_every_import(found: Adoption) -> None:
    again = adopted("ropes.zip", zipped_folder(FOLDER, **{"Uploaded Media/a rope.png": PICTURE}))
    assert again.yaml == found.yaml


def test_one_file_of_questions_needs_no_package() -> None:
    content = b"".join(
        (
            b'<questestinterop><item ident="only" title="Only"><presentation><material>',
            b"<mattext>Is it &lt;b&gt;?</mattext>",
            b'</material><response_lid ident="R" rcardinality="Single"><render_choice><response_label ident="a">',
            b'<material><mattext>Yes</mattext></material></response_label><response_label ident="b"><material>',
            b"<mattext>No</mattext></material></response_label></render_choice></response_lid></presentation>",
            b'<resprocessing><respcondition><conditionvar><varequal respident="R">a</varequal></conditionvar>',
            b"<setvar>1</setvar></respcondition></resprocessing></item></questestinterop>",
        )
    )
    found = adopted("one.xml", content)
    assert (found.format, [line.item.id for line in found.taken]) == ("canvas", ["only"])


def test_a_course_has_each_quiz_in_two_dialects_and_canvas_own_is_read() -> None:
    """In the plain one there is no matching, and an essay stands for it."""
    package = opened(zipped_folder(FOLDER))
    plain = (
        '<questestinterop><assessment ident="ropes" title="Ropes"><section><item ident="pairs"><itemmetadata>'
        "<qtimetadata><qtimetadatafield><fieldlabel>cc_profile</fieldlabel><fieldentry>cc.essay.v0p1</fieldentry>"
        "</qtimetadatafield></qtimetadata></itemmetadata></item></section></assessment></questestinterop>"
    )
    manifest = (
        "<manifest><metadata><schema>IMS Common Cartridge</schema></metadata><resources>"
        '<resource identifier="ropes" type="imsqti_xmlv1p2/imscc_xmlv1p1/assessment"><file href="ropes/qti.xml"/>'
        '<dependency identifierref="own"/></resource>'
        '<resource identifier="own" type="associatedcontent/imscc_xmlv1p1/learning-application-resource">'
        '<file href="ropes/assessment_meta.xml"/><file href="non_cc_assessments/ropes.xml.qti"/></resource>'
        '<resource identifier="page" type="webcontent" href="wiki_content/a.html"/></resources></manifest>'
    )
    more = {
        "imsmanifest.xml": manifest.encode(),
        "ropes/qti.xml": plain.encode(),
        "non_cc_assessments/ropes.xml.qti": package.read("ropes/ropes.xml"),
        "web_resources/Uploaded Media/a rope.png": PICTURE,
    }
    found = adopted("course.imscc", zipped_folder(FOLDER, only=("ropes/assessment_meta.xml",), **more))
    assert (found.format, bank_of(found).title, bank_of(found).settings.attempts) == ("canvas", "Ropes & knots", 3)
    assert (item_of(found, "pairs").kind, len(found.taken), len(found.pictures)) == ("match", 17, 1)
    assert found.notes[-1] == "Not taken, because no question is in them: 1 page."


@pytest.mark.parametrize("kind", ["matching", "multiple_dropdowns", "fill_in_multiple_blanks", "ordering", "numerical"])
def test_a_question_that_asks_nothing_is_refused(kind: str) -> None:
    content = (
        '<questestinterop><item ident="x"><itemmetadata><qtimetadata><qtimetadatafield><fieldlabel>question_type'
        f"</fieldlabel><fieldentry>{kind}_question</fieldentry></qtimetadatafield></qtimetadata></itemmetadata>"
        "<presentation><material><mattext>Which?</mattext></material></presentation></item></questestinterop>"
    )
    [(_, _, why)] = refusals(adopted("x.xml", content.encode()))
    assert why in ("it asks nothing", "it has no blank, or more than 50")


def test_a_package_without_questions_is_refused_whole() -> None:
    files = open_files(
        "empty.zip", zipped_folder(FOLDER, only=("imsmanifest.xml", "ropes/assessment_meta.xml")), DEFAULT
    )
    imported = detect(files).read(files, DEFAULT)
    assert [why for _, _, why in refusals(imported)] == [
        "its file “ropes/ropes.xml” is not in the package",
        "its file “bank/bank.xml.qti” is not in the package",
        "its file “gone/gone.xml” is not in the package",
    ]
    with pytest.raises(UnreadableError, match="holds no question of QTI 1"):
        adopted("x.xml", b"<questestinterop></questestinterop>")
